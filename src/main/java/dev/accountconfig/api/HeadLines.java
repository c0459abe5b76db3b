package dev.accountconfig.api;

import io.netty.buffer.ByteBuf;
import io.netty.util.AsciiString;

/** Where the fields of a head are written, one after the other. */
interface HeadLines {
    /** @return where the value of this field is to be written, before {@link #end} */
    ByteBuf begin(AsciiString name);

    void end();

    default void add(AsciiString name, AsciiString value) {
        Ascii.write(value, begin(name));
        end();
    }

    default void add(AsciiString name, CharSequence value) {
        Ascii.write(value, begin(name));
        end();
    }
}
