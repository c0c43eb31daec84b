package dev.schemend.parser.layout;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.schemend.source.SourceText;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/** Reading bytes as UTF-8 without ever putting a replacement character into a script. */
final class Utf8Text {

  private static final int PIECE = 8192;

  private Utf8Text() {}

  /**
   * The text of {@code bytes}, a byte order mark included.
   *
   * @throws MigrationSourceException at the first byte that is not UTF-8
   */
  static SourceText decode(String name, byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    // Checked piece by piece: decoding all at once takes four times the file.
    CharBuffer piece = CharBuffer.allocate(PIECE);
    CharsetDecoder decoder =
        UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CoderResult result;
    do {
      piece.clear();
      result = decoder.decode(in, piece, true);
    } while (result.isOverflow());
    if (result.isError()) {
      throw new MigrationSourceException(
          MigrationSourceException.Code.NOT_UTF8, name, describe(bytes, in.position()));
    }
    return new SourceText(name, new String(bytes, UTF_8));
  }

  private static String describe(byte[] bytes, int offset) {
    int line = 1;
    for (int i = 0; i < offset; i++) {
      line += bytes[i] == '\n' ? 1 : 0;
    }
    boolean utf16 =
        bytes.length > 1
            && ((bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE)
                || (bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF));
    return "byte %d (line %d, value 0x%02X) is not UTF-8%s"
        .formatted(offset, line, bytes[offset] & 0xff, utf16 ? "; the file is UTF-16" : "");
  }
}
