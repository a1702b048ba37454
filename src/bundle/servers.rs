//! Lines for the server that hands the folder out: what may be kept for how long, and what is
//! compressed already. `docs/serving.md` says why.

/// The lines, with the place where the folder is served in them.
pub fn servers(base: &str) -> String {
    include_str!("servers.txt").replace("{base}", path_of(base))
}

/// The path of an address: a server knows no other part of it.
fn path_of(base: &str) -> &str {
    match base.split_once("://") {
        Some((_, rest)) => rest.find('/').map_or("/", |at| &rest[at..]),
        None => base,
    }
}

#[cfg(test)]
mod tests {
    use super::path_of;

    #[test]
    fn a_server_is_told_the_path_alone() {
        assert_eq!(path_of("/consent/"), "/consent/");
        assert_eq!(path_of("https://cdn.example/privacy/"), "/privacy/");
    }
}
