//! OpenDP's noise behind a flat C ABI: arrays in, arrays out, one status a call.
//!
//! What crosses: 64-bit integers, doubles, lengths. No handle, no callback, no string but the text of
//! an error, which goes into a buffer of the caller's. A panic comes back as a status.
//!
//! One call is one release: the noised values and the loss that they cost. What would leave a value
//! without noise, or make it saturate without a word, is refused (`limits`).

mod boundary;
mod conversion;
mod generator;
mod limits;
mod noise;
mod threshold;

use boundary::{Fail, guard, write_text};

/// Text of both versions; a caller that expects another one does not go on.
pub const VERSION: &str = concat!("weir-opendp ", env!("CARGO_PKG_VERSION"), " over opendp 0.16.0");

/// Writes `VERSION`, cut to `size` bytes and ended by a NUL.
///
/// # Safety
/// `text` must have room for `size` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn weir_opendp_version(text: *mut u8, size: i64) -> i32 {
    unsafe { write_text(text, size, VERSION) };
    boundary::DONE
}

/// Panics, and so shows that a panic is caught.
///
/// # Safety
/// `text` must have room for `size` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn weir_opendp_panic(text: *mut u8, size: i64) -> i32 {
    unsafe { guard(text, size, || -> Result<(), Fail> { panic!("on purpose") }) }
}

// generator.rs links to it by names of its own.
use openssl_sys as _;
