"""One reader a file format, all behind one interface: bytes in, a `Paper` (text with lines and pages) out."""
