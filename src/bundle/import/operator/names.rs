//! Names of companies in a line: by what they end in, by the kind that stands before or after them.

/// What the name of a company ends in, its dots left out.
const ENDINGS: &[&str] = &[
    "inc",
    "ltd",
    "llc",
    "corporation",
    "corp",
    "kk",
    "gmbh",
    "limited",
    "plc",
    "sa",
    "bv",
    "ag",
    "srl",
    "incorporated",
    "sarl",
    "sas",
    "sl",
    "slu",
    "spa",
    "ug",
    "kg",
    "ohg",
    "nv",
    "llp",
    "pty",
    "pte",
    "ltda",
    "ab",
    "oy",
    "aps",
    "mbh",
    "kft",
    "bvba",
    "eirl",
];

/// A company that the policy gives a short name to ("hereinafter") is who it speaks for.
pub(super) fn weight(after: &str) -> u8 {
    let after = after.trim_start();
    let inside = after.strip_prefix(['(', '（']).map(str::trim_start);
    match inside {
        Some(inside)
            if ["hereinafter", "hereafter", "以下", "이하", "下称", "简称"]
                .iter()
                .any(|word| inside.starts_with(word)) =>
        {
            3
        }
        Some(inside) if inside.starts_with(['"', '“', '”', '「']) || inside.starts_with("the ") => {
            2
        }
        _ => 1,
    }
}

/// The names of companies in a line, each with what follows it.
pub(super) fn companies(line: &str) -> Vec<(String, &str)> {
    let mut found = latin(line);
    found.extend(japanese(line));
    found
}

fn latin(line: &str) -> Vec<(String, &str)> {
    let words: Vec<&str> = line.split_whitespace().collect();
    let mut found = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let ending = word.split(['(', '（', '"', '”', ')', '’']).next().unwrap_or_default();
        if !is_ending(ending) {
            continue;
        }
        let end = place(line, word) + ending.len();
        let after = line.get(end..).unwrap_or_default();
        let from = first_word(&words, at, after);
        if from == at {
            continue;
        }
        let start = words.get(from).map_or(end, |first| place(line, first));
        let name = line.get(start..end).unwrap_or_default().trim_end_matches([',', ';', ':']);
        let name = name.trim_start_matches(|c: char| !c.is_alphanumeric());
        found.push((name.to_owned(), after));
    }
    found
}

/// Where the name begins: the words before its ending, as long as they are written large.
fn first_word(words: &[&str], ending: usize, after: &str) -> usize {
    let mut from = ending;
    while let Some(word) = from.checked_sub(1).and_then(|before| words.get(before)) {
        let bare = word.trim_start_matches(|c: char| !c.is_alphanumeric());
        let joined = from == ending || word.eq_ignore_ascii_case("co.,");
        let parted =
            word.ends_with(['.', ';', ':', ')', '"', '”']) || (word.ends_with(',') && !joined);
        let large = bare.starts_with(|c: char| c.is_uppercase() || c.is_numeric()) || *word == "&";
        let small = from == ending && (from == 1 || weight(after) > 1) && !bare.is_empty();
        let stop = STOPS.contains(&bare.trim_end_matches(','));
        if (parted && !word.trim_end_matches('.').eq_ignore_ascii_case("co"))
            || stop
            || !(large || small)
            || ending - from >= 5
        {
            break;
        }
        from -= 1;
        if (bare.len() < word.len() && *word != "&") || !large {
            break;
        }
    }
    from
}

/// Words that are written large and are no part of a name.
pub(super) const STOPS: [&str; 16] = [
    "We", "By", "At", "The", "Our", "This", "And", "Of", "In", "To", "A", "O", "Wir", "Vi", "Wij",
    "Nous",
];

pub(super) fn is_ending(word: &str) -> bool {
    if !word.starts_with(char::is_uppercase) {
        return false;
    }
    let bare: String =
        word.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_ascii_lowercase();
    let bare = bare.strip_prefix("co").filter(|rest| *rest == "ltd").unwrap_or(&bare);
    ENDINGS.contains(&bare)
}

/// Kinds of companies that stand before or after a name without a blank.
pub(super) const KINDS: &[&str] = &[
    "株式会社",
    "有限会社",
    "合同会社",
    "一般社団法人",
    "NPO法人",
    "주식회사 ",
    "有限公司",
    "股份公司",
];

/// "株式会社簾（以下" and "簾株式会社（以下"; "簾書店（以下、当店" without any kind.
fn japanese(line: &str) -> Vec<(String, &str)> {
    let part =
        |c: char| !c.is_alphanumeric() && c != '・' && c != 'ー' || "はがのをとに".contains(c);
    let mut found: Vec<(String, &str)> = Vec::new();
    for kind in KINDS {
        found.extend(line.match_indices(kind).filter_map(|(at, _)| {
            let (before, after) = (&line[..at], &line[at + kind.len()..]);
            // Before a bracket all of it is the name; elsewhere a particle may end it.
            let whole = |c: char| !c.is_alphanumeric() && c != '・' && c != 'ー';
            let run = after.find(whole).unwrap_or(after.len());
            let named = after[run..].starts_with(['（', '(']);
            let next = if named {
                &after[..run]
            } else {
                &after[..after.find(part).unwrap_or(after.len())]
            };
            if next.is_empty() {
                let name = last_run(before, &part);
                (!name.is_empty()).then(|| (format!("{name}{kind}"), after))
            } else {
                Some((format!("{kind}{next}"), &after[next.len()..]))
            }
        }));
    }
    if found.is_empty() {
        let we = ["当社", "当店", "当サイト", "当団体", "当協会", "当院", "弊社", "私たち"];
        found.extend(line.match_indices(['（', '(']).filter_map(|(at, _)| {
            let (before, after) = (&line[..at], &line[at..]);
            let called: String = after.chars().take(12).collect();
            let name = last_run(before, &|c| !c.is_alphanumeric() && c != '・' && c != 'ー');
            (called.contains("以下") && we.iter().any(|we| called.contains(we)) && !name.is_empty())
                .then(|| (name.to_owned(), after))
        }));
    }
    found
}

/// The end of a text in which nothing is a part of something else.
fn last_run<'a>(text: &'a str, part: &dyn Fn(char) -> bool) -> &'a str {
    let from = text
        .char_indices()
        .rev()
        .take_while(|(_, c)| !part(*c))
        .last()
        .map_or(text.len(), |(at, _)| at);
    text.get(from..).unwrap_or_default()
}

/// Where a part of the line begins in it.
fn place(line: &str, part: &str) -> usize {
    part.as_ptr() as usize - line.as_ptr() as usize
}
