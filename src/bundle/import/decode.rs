//! From bytes to text, or to a sentence that says what the bytes are instead.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, ISO_2022_JP};

use super::ImportError;

/// The signatures of what people hand over in place of text.
const SIGNATURES: [(&[u8], &str); 24] = [
    (b"%PDF", "a PDF"),
    (b"PK\x05\x06", "an empty zip archive"),
    (b"\xD0\xCF\x11\xE0", "an old Word document"),
    (b"{\\rtf", "a rich-text (RTF) document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xFF\xD8\xFF", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"BM", "a bitmap image"),
    (b"II*\0", "a TIFF image"),
    (b"MM\0*", "a TIFF image"),
    (b"RIFF", "an image or a sound"),
    (b"ID3", "a sound"),
    (b"OggS", "a sound"),
    (b"\x1F\x8B", "a gzip archive"),
    (b"7z\xBC\xAF", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xFD7zXZ", "an xz archive"),
    (b"\x7FELF", "a program"),
    (b"MZ", "a program"),
    (b"SQLite format 3\0", "a database"),
    (b"bplist00", "a web archive of Safari"),
    (b"wOF", "a font"),
    (b"\0asm", "a WebAssembly module"),
];

/// Signatures of two letters could begin a text: such a file has bytes that no text has.
fn signed(bytes: &[u8]) -> Option<&'static str> {
    let no_text = bytes.iter().take(4096).any(|byte| *byte == 0 || *byte > 0xF4);
    let found = SIGNATURES
        .iter()
        .find(|(magic, _)| {
            bytes.starts_with(magic) && (magic.len() > 3 || no_text || magic[0] > 0x7F)
        })
        .map(|(_, what)| *what);
    found.or_else(|| zip(bytes)).or_else(|| boxed(bytes))
}

/// A zip archive, by what it holds first.
fn zip(bytes: &[u8]) -> Option<&'static str> {
    if !bytes.starts_with(b"PK\x03\x04") {
        return None;
    }
    let head = bytes.get(..bytes.len().min(4096)).unwrap_or_default();
    let has = |name: &[u8]| head.windows(name.len()).any(|window| window == name);
    Some(if has(b"word/") || has(b"[Content_Types].xml") {
        "a Word document"
    } else if has(b"opendocument") {
        "an OpenDocument text"
    } else if has(b"application/epub") {
        "an e-book"
    } else {
        "a zip archive"
    })
}

/// Pictures and films that say what they are after their first four bytes.
fn boxed(bytes: &[u8]) -> Option<&'static str> {
    match bytes.get(4..12)? {
        b"ftypavif" | b"ftypheic" | b"ftypmif1" => Some("an image"),
        kind if kind.starts_with(b"ftyp") => Some("a film"),
        _ => None,
    }
}

/// A policy as text.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Decoded {
    /// Its line ends made alike.
    pub(super) text: String,
    /// The encoding that was guessed, where the file is not UTF-8 and names none.
    pub(super) guessed: Option<&'static str>,
}

/// The text of a policy.
pub(super) fn decode(bytes: &[u8]) -> Result<Decoded, ImportError> {
    if let Some(what) = signed(bytes) {
        return Err(ImportError::Binary { what });
    }
    let said = encoding(bytes).map(|encoding| encoding.decode(bytes));
    let mut guessed = None;
    let text: Cow<'_, str> = match (said, std::str::from_utf8(bytes)) {
        (Some((text, _, false)), _) => text,
        (_, Ok(text)) => text.into(),
        (_, Err(error)) => {
            let (text, encoding) =
                guess(bytes).ok_or_else(|| not_utf8(bytes, error.valid_up_to()))?;
            guessed = Some(encoding.name());
            text
        }
    };
    if text.contains('\0') {
        return Err(ImportError::Binary { what: "a binary file" });
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    if text.starts_with("MIME-Version:") || text.starts_with("From: <Saved by") {
        return Err(ImportError::Binary { what: "a web archive (MHTML)" });
    }
    if text.starts_with(['{', '[']) && serde_json::from_str::<serde::de::IgnoredAny>(&text).is_ok()
    {
        return Err(ImportError::Binary { what: "JSON" });
    }
    if !text.contains(char::is_alphanumeric) {
        return Err(ImportError::Empty);
    }
    Ok(Decoded { text, guessed })
}

/// Text in an old encoding that the file does not name: as the detector that browsers use reads it, if all bytes
/// fit and nearly all of them are letters and signs that a text has.
fn guess(bytes: &[u8]) -> Option<(Cow<'_, str>, &'static Encoding)> {
    if bytes.contains(&0) {
        return None;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(bytes, true);
    let encoding = detector.guess(None, Utf8Detection::Deny);
    let (text, _, failed) = encoding.decode(bytes);
    let odd = text.chars().filter(|c| c.is_control() && !c.is_whitespace()).count();
    let letters = text.chars().filter(|c| c.is_alphanumeric()).count();
    (!failed && odd == 0 && 2 * letters > text.chars().count()).then_some((text, encoding))
}

/// The encoding that the file itself names: by a mark at its start, or in the head of a page.
fn encoding(bytes: &[u8]) -> Option<&'static Encoding> {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return Some(encoding);
    }
    let head = bytes.get(..bytes.len().min(2048))?.to_ascii_lowercase();
    let head = String::from_utf8_lossy(&head);
    if !head.trim_start().starts_with('<') {
        return None;
    }
    let after = head.split_once("charset=").or_else(|| head.split_once("encoding="))?.1;
    let name: String = after
        .trim_start_matches(['"', '\''])
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || "-_:".contains(*c))
        .collect();
    // A page that was saved anew is UTF-8, whatever its head still says; only one encoding hides in ASCII.
    Encoding::for_label(name.as_bytes())
        .filter(|encoding| *encoding == ISO_2022_JP || std::str::from_utf8(bytes).is_err())
}

fn not_utf8(bytes: &[u8], at: usize) -> ImportError {
    if bytes.contains(&0) {
        return ImportError::Binary { what: "a binary file" };
    }
    let line = 1 + bytes.iter().take(at).filter(|&&byte| byte == b'\n').count();
    // Hiragana and katakana begin with 0x82 and 0x83 in Shift_JIS, with 0xA4 and 0xA5 in EUC-JP.
    let many = |a: u8, b: u8| 4 * bytes.iter().filter(|&&byte| byte == a || byte == b).count();
    let high = bytes.iter().filter(|byte| !byte.is_ascii()).count();
    let seems = if many(0x82, 0x83) > high {
        "Shift_JIS"
    } else if many(0xA4, 0xA5) > high {
        "EUC-JP"
    } else {
        "Windows-1252 or another old encoding"
    };
    ImportError::NotUtf8 { line, seems }
}

/// A page's source: it opens with a tag and closes several.
pub(super) fn is_html(text: &str) -> bool {
    let lower = text.trim_start().to_ascii_lowercase();
    let opens = lower.starts_with("<!doctype html")
        || lower.starts_with("<html")
        || lower.starts_with("<?xml");
    let closed: usize = ["</p>", "</div>", "</li>", "</body>", "</h1>", "</h2>", "</span>"]
        .iter()
        .map(|tag| lower.matches(tag).count())
        .sum();
    // Markdown may begin with a tag.
    let hashes = || text.lines().filter(|line| line.trim_start_matches('#').starts_with(' '));
    let marked = hashes().filter(|line| line.starts_with('#')).nth(1).is_some();
    opens || (lower.starts_with('<') && closed >= 2 && !marked)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(bytes: &[u8]) -> String {
        decode(bytes).unwrap().text
    }

    #[test]
    fn line_ends_are_made_alike_and_the_byte_order_mark_goes() {
        assert_eq!(text(b"\xEF\xBB\xBFa\r\nb\rc"), "a\nb\nc");
    }

    #[test]
    fn what_is_no_text_is_named() {
        assert!(matches!(decode(b"%PDF-1.7"), Err(ImportError::Binary { what: "a PDF" })));
        assert!(matches!(decode(b"PK\x03\x04.."), Err(ImportError::Binary { .. })));
        assert!(matches!(decode(b" \n\n"), Err(ImportError::Empty)));
        assert!(matches!(decode(b"a\0b"), Err(ImportError::Binary { .. })));
    }

    #[test]
    fn an_old_encoding_is_told_from_its_letters() {
        let in_encoding = |name: &str, text: &str| {
            let (bytes, _, _) = Encoding::for_label(name.as_bytes()).unwrap().encode(text);
            decode(&bytes).unwrap()
        };
        for (name, text) in [
            ("Shift_JIS", "個人情報は、ご注文の品をお届けするために使います。"),
            ("EUC-JP", "個人情報は、ご注文の品をお届けするために使います。"),
            ("windows-1252", "Wir geben Ihre Daten nicht weiter. Für Rückfragen – über das Büro."),
            (
                "windows-1251",
                "Мы храним персональные данные тридцать дней и никому их не передаём.",
            ),
            ("EUC-KR", "회사는 이용자의 개인정보를 제3자에게 제공하지 않습니다."),
            ("GBK", "我们不会向第三方出售您的个人信息，您可以随时撤回同意。"),
        ] {
            let read = in_encoding(name, text);
            assert_eq!((read.text.as_str(), read.guessed), (text, Some(name)), "{name}");
        }
    }

    #[test]
    fn what_no_encoding_fits_is_refused_with_its_line() {
        let error = decode(b"abc\n\x81\x81\x02\xFF\x90\x01\n").unwrap_err();
        assert!(matches!(error, ImportError::NotUtf8 { line: 2, .. }), "{error}");
    }

    #[test]
    fn an_encoding_that_a_page_names_is_read() {
        let page = b"<html><meta charset=\"Shift_JIS\"><p>\x82\xD0\x82\xE7</p>";
        assert!(text(page).contains("ひら"));
        assert_eq!(text(b"\xFF\xFEa\0b\0"), "ab");
    }

    #[test]
    fn a_page_is_known_by_its_tags_and_a_stray_tag_makes_none() {
        assert!(is_html("<!DOCTYPE html><p>a</p>"));
        assert!(is_html("<div><p>a</p><p>b</p></div>"));
        assert!(!is_html("Privacy\n\nWe care.< /p>"));
        assert!(!is_html("<p><b>A</b></p><p>x</p>\n\n## Data\n\na\n\n## Use\n\nb"));
    }
}
