package dev.accountconfig.document;

import java.util.Arrays;

/** JSON as it came, to the byte. Two are equal when their bytes are. */
public final class Document {
    private final byte[] json;

    /** @param json not copied: nobody writes to it any more */
    public Document(byte[] json) {
        this.json = json;
    }

    /** Not a copy: nobody writes to it. */
    public byte[] json() {
        return json;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Document document && Arrays.equals(json, document.json);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(json);
    }

    /** Without the content, which is nobody's business in a log. */
    @Override
    public String toString() {
        return "Document[" + json.length + " bytes]";
    }
}
