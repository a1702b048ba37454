//! Where the folder is served: a path on the site's own host, or an address on another.

/// The host and the path; no host where it is the site's own.
fn parts(base: &str) -> (&str, &str) {
    let host = base.split_once("://").map_or(0, |(scheme, rest)| {
        scheme.len() + "://".len() + rest.find('/').unwrap_or(rest.len())
    });
    base.split_at(host)
}

/// The path: a server knows no other part of it.
pub(super) fn path_of(base: &str) -> &str {
    match parts(base).1 {
        "" => "/",
        path => path,
    }
}

/// The host as a Content Security Policy names it.
pub(super) fn source_of(base: &str) -> &str {
    match parts(base).0 {
        "" => "'self'",
        host => host,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_server_is_told_the_path_and_a_policy_the_host() {
        for (base, path, source) in [
            ("/consent/", "/consent/", "'self'"),
            ("/", "/", "'self'"),
            ("https://cdn.example/privacy/", "/privacy/", "https://cdn.example"),
            ("https://cdn.example", "/", "https://cdn.example"),
        ] {
            assert_eq!((path_of(base), source_of(base)), (path, source), "{base}");
        }
    }
}
