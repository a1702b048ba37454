// Reads and writes WebAssembly's binary format, as far as the scripts beside this one need it.

export const IMPORTS = 2;
export const FUNCTIONS = 3;
export const EXPORTS = 7;
export const ELEMENTS = 9;
export const CODE = 10;

/** Reads wasm's numbers and names, and remembers where it is. */
export class Reader {
    constructor(bytes, at = 0) {
        this.bytes = bytes;
        this.at = at;
    }

    number() {
        let value = 0;
        for (let shift = 0; ; shift += 7) {
            const byte = this.bytes[this.at++];
            value += (byte & 0x7f) * 2 ** shift;
            if (byte < 0x80) return value;
        }
    }

    slice(length) {
        this.at += length;
        return this.bytes.subarray(this.at - length, this.at);
    }

    name() {
        return Buffer.from(this.slice(this.number())).toString();
    }

    /** The bytes that `read` goes over. */
    span(read) {
        const from = this.at;
        read(this);
        return this.bytes.subarray(from, this.at);
    }
}

export const number = (value) => {
    const bytes = [];
    do {
        bytes.push((value & 0x7f) | (value > 0x7f ? 0x80 : 0));
        value = Math.floor(value / 128);
    } while (value);
    return Buffer.from(bytes);
};
export const name = (text) => Buffer.concat([number(text.length), Buffer.from(text)]);

const HEAD = Buffer.from([0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00]);

export const sectionsOf = (wasm) => {
    const reader = new Reader(wasm, HEAD.length);
    const sections = [];
    while (reader.at < wasm.length) {
        const [id] = reader.slice(1);
        sections.push({ id, body: reader.slice(reader.number()) });
    }
    return sections;
};

export const moduleOf = (sections) =>
    Buffer.concat([
        HEAD,
        ...sections.flatMap(({ id, body }) => [Buffer.from([id]), number(body.length), body]),
    ]);
