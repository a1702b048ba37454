//! The `sudare` command.

fn main() {}
