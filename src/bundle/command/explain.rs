//! `sudare explain`: the page of a code.

use clap::Args;

use super::say::say;
use super::stop::Stop;
use crate::notice::source::{CODES, Code, nearest};

/// Explain a code that `sudare check` gives, or list them all
#[derive(Args)]
pub struct Explain {
    /// The code, such as card-contradicts; without one, all of them are listed
    code: Option<String>,
}

impl Explain {
    /// Prints the page.
    pub fn run(&self) -> Result<(), Stop> {
        let Some(name) = &self.code else {
            for code in CODES {
                say(format_args!("{:<20} {}\n", code.name, code.sentence()));
            }
            return Ok(());
        };
        let Some(code) = Code::of(name) else {
            let near = nearest(name, CODES.iter().map(|code| code.name));
            let hint = match near {
                Some(near) => format!("did you mean `{near}`?"),
                None => "`sudare explain` lists them".to_owned(),
            };
            return Err(Stop::Use(format!("there is no code `{name}`; {hint}")));
        };
        say(format_args!("{}", code.page));
        Ok(())
    }
}
