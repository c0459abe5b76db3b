package dev.accountconfig.api;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.util.AsciiString;

/** Text and numbers as a head has them, written without a detour. */
final class Ascii {
    private Ascii() {}

    static void write(AsciiString text, ByteBuf to) {
        to.writeBytes(text.array(), text.arrayOffset(), text.length());
    }

    static void write(CharSequence text, ByteBuf to) {
        ByteBufUtil.writeAscii(to, text);
    }

    static void write(long number, ByteBuf to) {
        if (number < 0) {
            to.writeByte('-');
            digits(-number, to);
        } else {
            digits(number, to);
        }
    }

    private static void digits(long number, ByteBuf to) {
        if (number > 9) {
            digits(number / 10, to);
        }
        to.writeByte('0' + (int) (number % 10));
    }
}
