package pythonic.struct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIterable;
import static pythonic.builtins.Builtins.repr;
import static pythonic.builtins.Builtins.type_name;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pythonic.builtins.Generator;
import pythonic.builtins.StopIteration;

final class StructTest {

  private final byte[] eight = {1, 2, 3, 4, 5, 6, 7, 8};

  @Test
  void pack_header_isFourBytesOfItsLength() {
    byte[] header = Struct.pack("i", 1000);
    assertThat(header).hasSize(4);
    assertThat((int) Struct.unpack("i", header).get(0)).isEqualTo(1000);
  }

  @ParameterizedTest
  @CsvSource({"bi,8", "ib,5", "ib0i,8", "bq,16", "=bq,9", "P,8", "n,8", "b0q,8", "'',0", "@,0", "< i,4", "3s2x?,6", "<lL,8", "@lL,16"})
  void calcsize_formats_alignsInNativeModeOnly(String format, long size) {
    assertThat(Struct.calcsize(format)).isEqualTo(size);
  }

  @Test
  void unpack_codes_giveTheTypesThatTheyPromise() {
    assertThat(Struct.unpack("<bBhHiIqQ?d", new byte[39])).extracting(Object::getClass).containsExactly(Integer.class, Integer.class, Integer.class, Integer.class,
        Integer.class, Long.class, Long.class, Long.class, Boolean.class, Double.class);
    assertThat(Struct.unpack("<Q", new byte[] {-1, -1, -1, -1, -1, -1, -1, -1})).containsExactly(new BigInteger("18446744073709551615"));
  }

  @Test
  void unpack_isShownAsATuple() {
    assertThat(repr(Struct.unpack("<bh2s", new byte[] {1, 2, 0, 'a', 'b'}))).isEqualTo("(1, 2, b'ab')");
    assertThat(repr(Struct.unpack("b", new byte[1]))).isEqualTo("(0,)");
    assertThat(type_name(Struct.unpack("", new byte[0]))).isEqualTo("tuple");
  }

  @Test
  void error_isShownByPythonsName() {
    assertThat(repr(new Error("no"))).isEqualTo("error('no')");
  }

  @Test
  void unpack_list_cannotBeChanged() {
    List<Object> values = Struct.unpack("b", new byte[1]);
    assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> values.set(0, 1));
  }

  @Test
  void pack_moreFormatsThanAreKept_stillRight() {
    for (int i : IntStream.range(1, 300).toArray()) {
      assertThat(Struct.pack(i + "s", "a".getBytes(StandardCharsets.UTF_8))).hasSize(i).startsWith('a');
    }
  }

  @Test
  void pack_moreThanAnArrayHolds_isMemoryError() {
    assertThatExceptionOfType(pythonic.builtins.MemoryError.class).isThrownBy(() -> Struct.pack("9223372036854775807x"));
  }

  @Test
  void format_wrong_isError() {
    fails(() -> Struct.pack("z"), "bad char in struct format");
    fails(() -> Struct.pack("3", 1), "repeat count given without format specifier");
    fails(() -> Struct.pack("i 3 h", 1, 2, 3, 4), "bad char in struct format");
    fails(() -> Struct.pack("<n", 1), "bad char in struct format");
    fails(() -> Struct.calcsize("99999999999999999999i"), "total struct size too long");
    fails(() -> Struct.calcsize("9223372036854775807i"), "total struct size too long");
    fails(() -> Struct.calcsize("i\0h"), "embedded null character");
    fails(() -> new Struct(new byte[] {-1}), "bad char in struct format");
    assertThatExceptionOfType(pythonic.builtins.UnicodeEncodeError.class).isThrownBy(() -> Struct.calcsize("é"))
        .withMessage("'ascii' codec can't encode character '\\xe9' in position 0: ordinal not in range(128)");
  }

  @Test
  void unpackFrom_offsets_countFromEitherEnd() {
    assertThat(Struct.unpack_from("<h", eight)).containsExactly(0x201);
    assertThat(Struct.unpack_from("<h", eight, 6)).containsExactly(0x807);
    assertThat(Struct.unpack_from("<h", eight, -2)).containsExactly(0x807);
    fails(() -> Struct.unpack_from("i", new byte[4], -3), "not enough data to unpack 4 bytes at offset -3");
    fails(() -> Struct.unpack_from("i", new byte[4], -5), "offset -5 out of range for 4-byte buffer");
    fails(() -> Struct.unpack_from("", new byte[4], 5),
        "unpack_from requires a buffer of at least 5 bytes for unpacking 0 bytes at offset 5 (actual buffer size is 4)");
    fails(() -> Struct.unpack_from("i", new byte[4], 1),
        "unpack_from requires a buffer of at least 5 bytes for unpacking 4 bytes at offset 1 (actual buffer size is 4)");
  }

  @Test
  void packInto_offsets_writeThereAlone() {
    Struct.pack_into(">xh", eight, 2, 9);
    assertThat(eight).containsExactly(1, 2, 0, 0, 9, 6, 7, 8);
    Struct.pack_into(">h", eight, -1 - 1, -1);
    assertThat(eight).endsWith(-1, -1);
    fails(() -> Struct.pack_into("i", eight, -3, 1), "no space to pack 4 bytes at offset -3");
    fails(() -> Struct.pack_into("i", eight, -9, 1), "offset -9 out of range for 8-byte buffer");
    fails(() -> Struct.pack_into("i", eight, 6, 1),
        "pack_into requires a buffer of at least 10 bytes for packing 4 bytes at offset 6 (actual buffer size is 8)");
    fails(() -> Struct.pack_into("i", eight, 0), "pack_into expected 1 items for packing (got 0)");
  }

  @Test
  void buffers_whatIsLeftOfThem_isUsedAndTheirPositionStays() {
    ByteBuffer buffer = ByteBuffer.allocateDirect(6).position(2);
    new Struct(">hh").pack_into(buffer, 0, 5, 6);
    assertThat(Struct.unpack(">hh", buffer)).containsExactly(5, 6);
    assertThat(Struct.unpack_from(">h", buffer, 2)).containsExactly(6);
    assertThatIterable(Struct.iter_unpack(">h", buffer)).containsExactly(List.of(5), List.of(6));
    Struct.pack_into(">h", buffer, 2, 7);
    assertThat(new Struct(">hh").unpack(buffer)).containsExactly(5, 7);
    assertThat(buffer.position()).isEqualTo(2);
  }

  @Test
  void iterUnpack_structs_areReadOneByOne() {
    Generator<List<Object>> structs = Struct.iter_unpack("<h", eight);
    assertThat(structs.next()).containsExactly(0x201);
    structs.close();
    assertThatExceptionOfType(StopIteration.class).isThrownBy(structs::next);
    assertThatIterable(new Struct("<h").iter_unpack(eight)).hasSize(4);
    fails(() -> Struct.iter_unpack("i", new byte[5]), "iterative unpacking requires a buffer of a multiple of 4 bytes");
    fails(() -> Struct.iter_unpack("", new byte[0]), "cannot iteratively unpack with a struct of length 0");
  }

  @Test
  void struct_compiled_tellsFormatAndSize() {
    var struct = new Struct(">ih".getBytes(StandardCharsets.US_ASCII));
    assertThat(struct.format()).isEqualTo(">ih");
    assertThat(struct.size()).isEqualTo(6);
    assertThat(struct).hasToString("Struct('>ih')");
    assertThat(struct.pack(1, 2)).containsExactly(0, 0, 0, 1, 0, 2);
    assertThat(struct.unpack_from(struct.pack(1, 2))).containsExactly(1, 2);
    fails(() -> struct.pack(1), "pack expected 2 items for packing (got 1)");
    fails(() -> struct.unpack(eight), "unpack requires a buffer of 6 bytes");
  }

  private static void fails(ThrowingCallable call, String message) {
    assertThatExceptionOfType(Error.class).isThrownBy(call).withMessage(message);
  }
}
