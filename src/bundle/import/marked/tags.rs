//! Tags in a Markdown text: those that Markdown has a mark for get it, those that only place words go, and what a
//! browser shows of neither, comments and anchors, is left out and told. All others stay, and become text.

use super::super::Remark;

/// Elements that place words and say nothing.
const PLACING: [&str; 22] = [
    "p", "div", "span", "center", "section", "article", "details", "font", "u", "small", "sup",
    "sub", "big", "main", "header", "footer", "picture", "abbr", "cite", "mark", "wbr", "nobr",
];

/// The text with its marks, line for line, and what there is to say; none if it has no such tag.
pub(in super::super) fn opened(text: &str) -> Option<(String, Vec<Remark>)> {
    if !text.contains('<') {
        return None;
    }
    let mut reader = Reader::default();
    let mut open: Option<(char, usize)> = None;
    // Up to here nothing is Markdown: a block of HTML with words of its own.
    let mut raw = 0;
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    for (line, number) in lines.iter().copied().zip(1..) {
        if open.is_none() && !reader.in_comment && number > raw {
            raw = number - 1 + block_with_words(lines.get(number - 1..).unwrap_or_default());
        }
        if number <= raw {
            reader.out.push_str(line);
            continue;
        }
        let mark = fence(line);
        if !reader.in_comment && (mark.is_some() || open.is_some()) {
            open = match (open, mark) {
                (None, mark) => mark,
                (Some(open), Some(mark)) if mark.0 == open.0 && mark.1 >= open.1 => None,
                (open, _) => open,
            };
            reader.out.push_str(line);
        } else {
            reader.line(line, number);
        }
    }
    (reader.out != text).then_some((reader.out, reader.remarks))
}

/// How many lines a block of HTML has that begins here and has lines of words: to Markdown they are none of its own.
fn block_with_words(lines: &[&str]) -> usize {
    let opens = |line: &str| {
        let name = line.trim_start().strip_prefix('<').map(|rest| rest.trim_start_matches('/'));
        name.is_some_and(|name| {
            let length = name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len());
            let name = name[..length].to_ascii_lowercase();
            ![
                "span", "font", "u", "small", "sup", "sub", "big", "abbr", "cite", "mark", "wbr",
                "nobr",
            ]
            .contains(&name.as_str())
                && PLACING.contains(&name.as_str())
        })
    };
    if !lines.first().is_some_and(|line| opens(line)) {
        return 0;
    }
    let block: Vec<&&str> = lines.iter().take_while(|line| !line.trim().is_empty()).collect();
    let words = block.iter().skip(1).any(|line| !line.trim_start().starts_with('<'));
    if words { block.len() } else { 0 }
}

/// The sign and the length of a fence of code, in a quote or an item as well.
fn fence(line: &str) -> Option<(char, usize)> {
    let bare = line.trim_start_matches(|c: char| c.is_ascii_digit() || " \t>-*+.):".contains(c));
    let sign = bare.chars().next().filter(|c| matches!(c, '`' | '~'))?;
    let length = bare.chars().take_while(|c| *c == sign).count();
    (length >= 3).then_some((sign, length))
}

#[derive(Default)]
struct Reader {
    out: String,
    in_comment: bool,
    /// Where the links that are open lead to; an anchor leads nowhere.
    links: Vec<Option<String>>,
    remarks: Vec<Remark>,
    told: bool,
}

impl Reader {
    fn line(&mut self, line: &str, number: usize) {
        let mut rest = line;
        let mut in_code = false;
        while let Some(c) = rest.chars().next() {
            if self.in_comment {
                match rest.split_once("-->") {
                    Some((_, after)) => {
                        self.in_comment = false;
                        rest = after;
                    }
                    None => {
                        self.out.push_str(if line.ends_with('\n') { "\n" } else { "" });
                        return;
                    }
                }
                continue;
            }
            let escaped = self.out.ends_with('\\');
            if c == '<' && !in_code && !escaped {
                if let Some(after) = rest.strip_prefix("<!--") {
                    self.in_comment = true;
                    self.remarks
                        .push(Remark::new(number, "Left out: a comment, which no reader sees."));
                    rest = after;
                    continue;
                }
                if let Some(after) = self.tag(rest, number) {
                    rest = after;
                    continue;
                }
            }
            in_code ^= c == '`' && !escaped;
            self.out.push(c);
            rest = rest.get(c.len_utf8()..).unwrap_or_default();
        }
    }

    /// Takes a tag at the start of the rest, if it is one of those, and gives what follows it.
    fn tag<'a>(&mut self, rest: &'a str, number: usize) -> Option<&'a str> {
        let end = rest.find('>').filter(|end| *end <= 400)?;
        let inside = rest.get(1..end)?;
        let after = rest.get(end + 1..)?;
        let closes = inside.starts_with('/');
        let body = inside.trim_start_matches('/').trim_end_matches('/');
        let length = body.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(body.len());
        let (name, attributes) = body.split_at(length);
        let name = name.to_ascii_lowercase();
        let parted = attributes.is_empty() || attributes.starts_with(char::is_whitespace);
        if !parted || inside.contains(['<', '\n']) {
            return None;
        }
        let at_end = after.trim().is_empty();
        let mark = match name.as_str() {
            "b" | "strong" => "**".to_owned(),
            "i" | "em" => "*".to_owned(),
            "br" if at_end && after.ends_with('\n') && !self.out.ends_with('\n') => "\\".to_owned(),
            "br" => " ".to_owned(),
            "summary" => "**".to_owned(),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => self.heading(&name, closes, after)?,
            "a" => self.link(attributes, closes, after)?,
            "img" => attribute(attributes, "alt").unwrap_or_default().to_owned(),
            name if PLACING.contains(&name) => String::new(),
            _ => return None,
        };
        // Marks around nothing, or beside a blank inside, would be none.
        let flanked = if closes {
            !self.out.ends_with(char::is_whitespace) && !self.out.ends_with('*')
        } else {
            !after.starts_with(char::is_whitespace) && !after.starts_with('<') && !at_end
        };
        if !mark.starts_with('*') || flanked {
            self.out.push_str(&mark);
        }
        if !self.told {
            self.told = true;
            let message = format!(
                "Tags such as “<{name}>” were read as a browser reads them; none of their words is lost."
            );
            self.remarks.push(Remark::new(number, message));
        }
        Some(after)
    }

    /// A heading on a line of its own.
    fn heading(&self, name: &str, closes: bool, after: &str) -> Option<String> {
        if closes {
            return after.trim().is_empty().then(String::new);
        }
        let begins = self.out.is_empty() || self.out.ends_with('\n');
        let level = name.trim_start_matches('h').parse().ok()?;
        let ends = after.trim_end().to_ascii_lowercase().ends_with(&format!("</{name}>"));
        (begins && ends).then(|| "#".repeat(level) + " ")
    }

    fn link(&mut self, attributes: &str, closes: bool, after: &str) -> Option<String> {
        if closes {
            return self
                .links
                .pop()
                .map(|target| target.map_or_else(String::new, |to| format!("]({to})")));
        }
        // What closes it has to stand on the same line, and no other link in it.
        let own = after.to_ascii_lowercase();
        let words = after.get(..own.find("</a>")?)?;
        let target = attribute(attributes, "href").map(str::to_owned);
        let fits = target.as_ref().is_none_or(|to| {
            !to.is_empty()
                && !to.contains([' ', '(', ')', '<', '\\'])
                && !words.contains(['[', ']', '<'])
        });
        if !fits {
            return None;
        }
        let mark = if target.is_some() { "[" } else { "" };
        self.links.push(target);
        Some(mark.to_owned())
    }
}

/// The value of an attribute, in quotes or without.
fn attribute<'a>(attributes: &'a str, name: &str) -> Option<&'a str> {
    let at = attributes.to_ascii_lowercase().find(&format!(" {name}="))?;
    let value = attributes.get(at + name.len() + 2..)?;
    match value.chars().next()? {
        quote @ ('"' | '\'') => value.get(1..)?.split(quote).next(),
        _ => value.split_whitespace().next(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> String {
        opened(text).map_or_else(|| text.to_owned(), |(text, _)| text)
    }

    #[test]
    fn tags_become_the_marks_that_markdown_has() {
        assert_eq!(of("a <b>b</b> <i>c</i><br>\nd<br>e\n"), "a **b** *c*\\\nd e\n");
        assert_eq!(of("<h2 align=\"center\">Data</h2>\n"), "## Data\n");
        assert_eq!(
            of("See <a href=\"https://a.example/x\">it</a>.\n"),
            "See [it](https://a.example/x).\n"
        );
        assert_eq!(of("## Data <a name=\"data\"></a>\n"), "## Data \n");
        assert_eq!(of("<p align=center><img src=x alt='Aster'></p>\n"), "Aster\n");
    }

    #[test]
    fn comments_go_and_lines_stay() {
        let (text, remarks) = opened("a\n<!-- one\ntwo -->\nb\n").unwrap();
        assert_eq!(text, "a\n\n\nb\n");
        assert!(remarks.len() == 1 && remarks[0].line == 2, "{remarks:?}");
    }

    #[test]
    fn code_escapes_addresses_and_stray_tags_are_left() {
        for text in [
            "`<b>`\n",
            "\\<b>x\n",
            "<https://a.example>\n",
            "gone.< /p>\n",
            "```\n<b>\n```\n",
            "> ````\n> ```\n> <b>\n> ````\n",
            "1 < 2 > 0\n",
            "<script>x</script>\n",
            "<div>\n# x\n</div>\n",
        ] {
            assert_eq!(opened(text), None, "{text}");
        }
    }
}
