//! What every exported function does: catch, tell, never unwind into the caller.

use std::panic::{AssertUnwindSafe, catch_unwind, set_hook};
use std::slice::{from_raw_parts, from_raw_parts_mut};
use std::sync::Once;

pub const DONE: i32 = 0;
/// A parameter was refused by us.
const REFUSED: i32 = 1;
/// OpenDP refused, or failed.
const FAILED: i32 = 2;
const PANICKED: i32 = 3;

/// Why a call did not do what it was asked. The texts name parameters, never values of the data.
#[derive(Debug)]
pub enum Fail {
    Refused(String),
    Failed(String),
}

pub fn refuse<T>(text: impl Into<String>) -> Result<T, Fail> {
    Err(Fail::Refused(text.into()))
}

/// OpenDP's own texts may name losses, so only the kind goes on.
impl From<opendp::error::Error> for Fail {
    fn from(error: opendp::error::Error) -> Self {
        Fail::Failed(format!("OpenDP: {:?}", error.variant))
    }
}

/// Runs `body`; its failure, or panic, becomes a status and a text.
///
/// # Safety
/// `text` must have room for `size` bytes.
pub unsafe fn guard(text: *mut u8, size: i64, body: impl FnOnce() -> Result<(), Fail>) -> i32 {
    silence();
    let (status, why) = match catch_unwind(AssertUnwindSafe(body)) {
        Ok(Ok(())) => return DONE,
        Ok(Err(Fail::Refused(why))) => (REFUSED, why),
        Ok(Err(Fail::Failed(why))) => (FAILED, why),
        Err(_) => (PANICKED, "a panic inside the library".to_string()),
    };
    unsafe { write_text(text, size, &why) };
    status
}

/// A panic's message might name a value, and would go to the error stream.
fn silence() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| set_hook(Box::new(|_| {})));
}

/// # Safety
/// `text` must have room for `size` bytes, or be null.
pub unsafe fn write_text(text: *mut u8, size: i64, what: &str) {
    if text.is_null() || size < 1 {
        return;
    }
    let length = what.len().min(size as usize - 1);
    let buffer = unsafe { from_raw_parts_mut(text, length + 1) };
    buffer[..length].copy_from_slice(&what.as_bytes()[..length]);
    buffer[length] = 0;
}

/// # Safety
/// `start` must point to `count` elements, unless `count` is 0.
pub unsafe fn read<'a, T>(start: *const T, count: i64) -> Result<&'a [T], Fail> {
    match crate::limits::length(count)? {
        0 => Ok(&[]),
        _ if start.is_null() => refuse("an array is missing"),
        length => Ok(unsafe { from_raw_parts(start, length) }),
    }
}

/// # Safety
/// `start` must point to `count` elements that nothing else reads or writes, unless `count` is 0.
pub unsafe fn fill<'a, T>(start: *mut T, count: i64) -> Result<&'a mut [T], Fail> {
    match crate::limits::length(count)? {
        0 => Ok(&mut []),
        _ if start.is_null() => refuse("an array for the answer is missing"),
        length => Ok(unsafe { from_raw_parts_mut(start, length) }),
    }
}
