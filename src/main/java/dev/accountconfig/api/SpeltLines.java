package dev.accountconfig.api;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.util.AsciiString;
import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;

/** Lines as names and values, for a framework that sends them. */
final class SpeltLines implements HeadLines {
    private final BiConsumer<CharSequence, CharSequence> header;
    private final ByteBuf value = Unpooled.buffer(80);
    private AsciiString name = AsciiString.EMPTY_STRING;

    /** @param header takes names and values, in the order in which they are sent */
    SpeltLines(BiConsumer<CharSequence, CharSequence> header) {
        this.header = header;
    }

    @Override
    public ByteBuf begin(AsciiString begun) {
        name = begun;
        return value.clear();
    }

    @Override
    public void end() {
        header.accept(name, value.toString(StandardCharsets.US_ASCII));
    }
}
