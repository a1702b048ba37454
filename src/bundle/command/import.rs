//! `sudare import`: a first draft from a policy that there is.

use std::path::PathBuf;

use clap::Args;

use super::place::{make_folder, refuse_existing};
use super::say::{grouped, say};
use super::stop::Stop;
use crate::bundle::check::report::tally;
use crate::bundle::import::import;
use crate::notice::source::{Folder, MANIFEST, compile};

/// Make a first draft from a policy that you have: Markdown or plain text
#[derive(Args)]
pub struct Import {
    /// The policy
    file: PathBuf,
    /// The folder to make
    #[arg(short, long, default_value = "privacy")]
    output: PathBuf,
}

impl Import {
    /// Reads the policy and writes the folder.
    pub fn run(&self) -> Result<(), Stop> {
        let (file, output) = (&self.file, &self.output);
        let bytes = std::fs::read(file).map_err(Stop::io(file))?;
        refuse_existing(&output.join(MANIFEST))?;
        let name =
            file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let now = jiff::Zoned::now();
        let imported = import(
            &bytes,
            &name,
            (now.year().unsigned_abs(), now.month().unsigned_abs(), now.day().unsigned_abs()),
        )?;
        let markdown_name = format!("{}.md", imported.lang);
        make_folder(
            output,
            &[("notice.toml", &imported.manifest), (&markdown_name, &imported.markdown)],
        )?;

        let mut text = format!(
            "wrote {0}/notice.toml and {0}/{markdown_name}: {1} of {2} words\n",
            output.display(),
            grouped(imported.words.kept),
            grouped(imported.words.total)
        );
        if !imported.remarks.is_empty() {
            text.push_str("\nworth a look in the policy, left as it is:\n");
        }
        for remark in &imported.remarks {
            text.push_str(&format!("  {}:{}: {}\n", file.display(), remark.line, remark.message));
        }
        let (_, diagnostics) = compile(&Folder::open(output)?);
        text.push_str(&format!(
            "\n{}\nnext: go through notice.toml, then `sudare check {}`\n",
            tally(&diagnostics),
            output.display()
        ));
        say(format_args!("{text}"));
        Ok(())
    }
}
