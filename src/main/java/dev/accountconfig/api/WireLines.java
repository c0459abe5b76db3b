package dev.accountconfig.api;

import io.netty.buffer.ByteBuf;
import io.netty.util.AsciiString;

/** Lines as HTTP/1.1 sends them (RFC 9112 section 5). */
final class WireLines implements HeadLines {
    private static final int COLON_AND_SPACE = ':' << 8 | ' ';
    private static final int END = '\r' << 8 | '\n';

    private final ByteBuf head;

    WireLines(ByteBuf head) {
        this.head = head;
    }

    @Override
    public ByteBuf begin(AsciiString name) {
        Ascii.write(name, head);
        return head.writeShort(COLON_AND_SPACE);
    }

    @Override
    public void end() {
        head.writeShort(END);
    }
}
