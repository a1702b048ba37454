//! How an owner's folder becomes a [`Notice`]: `notice.toml` for structure, one Markdown file a
//! language for words. Nothing here touches a disk but [`Folder::open`].

mod abilities;
mod accent;
mod acceptance;
pub mod address;
mod agreement;
mod code;
mod diagnostic;
mod draft;
mod edition;
mod fields;
mod folder;
mod hashing;
mod identifier;
mod interface;
mod locale;
mod manifest;
mod markdown;
mod policy;
mod shown;
pub mod topic;
mod writing;

pub use abilities::{Abilities, AskingAgain, ConsentMode, Mirror, Traces, Withdrawal};
pub use accent::{Accent, Rgb};
pub use code::{CODES, Code};
pub use diagnostic::{Diagnostic, Position, Severity, Style, position, render};
pub use draft::{DRAFT, is_draft};
pub use edition::{Edition, FirstLayer, compile, readable};
pub use folder::{Folder, FolderError, LOCK, MANIFEST, SourceFile};
pub use identifier::{fault as id_fault, nearest, slug};
pub use interface::locale;
pub use locale::{Locale, LocaleError, LocaleFault, closest, locale_tag, locale_tags, read_locale};
pub use manifest::SIGNALS;
