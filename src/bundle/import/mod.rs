//! From a policy as it stands to a notice folder that its owner can go on editing.
