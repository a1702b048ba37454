//! From bytes to text, or to a sentence that says what the bytes are instead.

use std::borrow::Cow;

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

/// The text of a policy, its line ends made alike.
pub(super) fn decode(bytes: &[u8]) -> Result<String, ImportError> {
    if let Some(what) = signed(bytes) {
        return Err(ImportError::Binary { what });
    }
    let said = encoding(bytes).map(|encoding| encoding.decode(bytes));
    let text: Cow<'_, str> = match said {
        Some((text, _, false)) => text,
        _ => {
            std::str::from_utf8(bytes).map_err(|error| not_utf8(bytes, error.valid_up_to()))?.into()
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
    Ok(text)
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
    opens || (lower.starts_with('<') && closed >= 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_ends_are_made_alike_and_the_byte_order_mark_goes() {
        assert_eq!(decode(b"\xEF\xBB\xBFa\r\nb\rc").unwrap(), "a\nb\nc");
    }

    #[test]
    fn what_is_no_text_is_named() {
        assert!(matches!(decode(b"%PDF-1.7"), Err(ImportError::Binary { what: "a PDF" })));
        assert!(matches!(decode(b"PK\x03\x04.."), Err(ImportError::Binary { .. })));
        assert!(matches!(decode(b" \n\n"), Err(ImportError::Empty)));
        assert!(matches!(decode(b"a\0b"), Err(ImportError::Binary { .. })));
    }

    #[test]
    fn old_japanese_encodings_are_told_apart() {
        // "hiragana" twice over, in Shift_JIS
        let error = decode(b"\x82\xD0\x82\xE7\x82\xAA\x82\xC8\n").unwrap_err();
        assert!(matches!(error, ImportError::NotUtf8 { line: 1, seems: "Shift_JIS" }), "{error}");
    }

    #[test]
    fn an_encoding_that_a_page_names_is_read() {
        let page = b"<html><meta charset=\"Shift_JIS\"><p>\x82\xD0\x82\xE7</p>";
        assert!(decode(page).unwrap().contains("ひら"));
        assert_eq!(decode(b"\xFF\xFEa\0b\0").unwrap(), "ab");
    }

    #[test]
    fn a_page_is_known_by_its_tags_and_a_stray_tag_makes_none() {
        assert!(is_html("<!DOCTYPE html><p>a</p>"));
        assert!(is_html("<div><p>a</p><p>b</p></div>"));
        assert!(!is_html("Privacy\n\nWe care.< /p>"));
    }
}
