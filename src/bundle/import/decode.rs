//! From bytes to text, or to a sentence that says what the bytes are instead.

use super::ImportError;

/// The signatures of what people hand over in place of text.
const SIGNATURES: [(&[u8], &str); 9] = [
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a zip archive (a Word document is one, too)"),
    (b"\xD0\xCF\x11\xE0", "an old Word document"),
    (b"{\\rtf", "a rich-text (RTF) document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xFF\xD8\xFF", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "an image or a sound"),
    (b"\x1F\x8B", "a gzip archive"),
];

/// The text of a policy, its line ends made alike.
pub(super) fn decode(bytes: &[u8]) -> Result<String, ImportError> {
    if let Some((_, what)) = SIGNATURES.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return Err(ImportError::Binary { what });
    }
    if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") {
        return Err(ImportError::NotUtf8 { line: 1, seems: "UTF-16" });
    }
    let text = std::str::from_utf8(bytes).map_err(|error| not_utf8(bytes, error.valid_up_to()))?;
    if text.contains('\0') {
        return Err(ImportError::Binary { what: "a binary file" });
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    if !text.contains(char::is_alphanumeric) {
        return Err(ImportError::Empty);
    }
    Ok(text)
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
    fn a_page_is_known_by_its_tags_and_a_stray_tag_makes_none() {
        assert!(is_html("<!DOCTYPE html><p>a</p>"));
        assert!(is_html("<div><p>a</p><p>b</p></div>"));
        assert!(!is_html("Privacy\n\nWe care.< /p>"));
    }
}
