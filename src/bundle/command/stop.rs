//! What stops a command, in one sentence, and the exit code that goes with it.

use std::path::Path;

use crate::bundle::import::ImportError;
use crate::bundle::output::BundleError;
use crate::notice::source::FolderError;

/// What stops a command, in one sentence.
pub enum Stop {
    /// Something about the notice or the policy.
    Notice(String),
    /// Something about how the command was called, or the system.
    Use(String),
}

impl Stop {
    /// The system refuses a file or a folder.
    pub fn io(path: &Path) -> impl Fn(std::io::Error) -> Self {
        let path = path.to_owned();
        move |error| Self::Use(format!("{}: {error}", path.display()))
    }

    /// The sentence, and the exit code.
    pub fn told(self) -> (String, u8) {
        match self {
            Self::Notice(message) => (message, 1),
            Self::Use(message) => (message, 2),
        }
    }
}

impl From<FolderError> for Stop {
    fn from(error: FolderError) -> Self {
        Self::Use(error.to_string())
    }
}

impl From<BundleError> for Stop {
    fn from(error: BundleError) -> Self {
        Self::Use(error.to_string())
    }
}

impl From<ImportError> for Stop {
    fn from(error: ImportError) -> Self {
        Self::Notice(error.to_string())
    }
}
