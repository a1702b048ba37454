//! `sudare import`: a first draft from a policy that there is.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use clap::Args;

use super::place::{make_folder, refuse_existing};
use super::progress::Progress;
use super::say::{grouped, say};
use super::stop::Stop;
use crate::bundle::check::report::tally;
use crate::bundle::import::{ImportError, LARGEST, Settings, import_with};
use crate::notice::source::{Folder, MANIFEST, compile};

/// Make a first draft from a policy that you have: a page, Markdown or plain text
#[derive(Args)]
pub struct Import {
    /// The policy: a saved page, Markdown or plain text; "-" reads standard input
    file: PathBuf,
    /// The folder to make
    #[arg(short, long, default_value = "privacy")]
    output: PathBuf,
    /// Put addresses that go through a web archive back to what is behind them
    #[arg(long)]
    unwrap: bool,
}

impl Import {
    /// Reads the policy and writes the folder.
    pub fn run(&self) -> Result<(), Stop> {
        let (file, output) = (&self.file, &self.output);
        let bytes = read(file)?;
        refuse_existing(&output.join(MANIFEST))?;
        let name =
            file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let progress = Progress::of("reading the policy");
        let now = jiff::Zoned::now();
        let today =
            (now.year().unsigned_abs(), now.month().unsigned_abs(), now.day().unsigned_abs());
        let settings = Settings { file_name: &name, today, unwrap: self.unwrap };
        let imported = import_with(&bytes, &settings)?;
        drop(progress);
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

/// The bytes of the policy; not more than a policy has, however large the file is.
fn read(file: &Path) -> Result<Vec<u8>, Stop> {
    let limit = u64::try_from(LARGEST).unwrap_or(u64::MAX);
    let mut bytes = Vec::new();
    if file == Path::new("-") {
        std::io::stdin().lock().take(limit + 1).read_to_end(&mut bytes).map_err(Stop::io(file))?;
        return Ok(bytes);
    }
    let data = std::fs::metadata(file).map_err(Stop::io(file))?;
    if data.is_dir() {
        return Err(Stop::Notice(format!(
            "{} is a folder; name the file in it that holds the policy",
            file.display()
        )));
    }
    if data.len() > limit {
        return Err(ImportError::TooLarge { megabytes: data.len() / 1_000_000 }.into());
    }
    let opened = File::open(file).map_err(Stop::io(file))?;
    opened.take(limit + 1).read_to_end(&mut bytes).map_err(Stop::io(file))?;
    Ok(bytes)
}
