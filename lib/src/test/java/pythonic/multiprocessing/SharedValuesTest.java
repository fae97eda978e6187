package pythonic.multiprocessing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pythonic.builtins.Builtins.len;
import static pythonic.builtins.Builtins.repr;
import static pythonic.builtins.Keywords.block;
import static pythonic.builtins.Keywords.lock;
import static pythonic.builtins.Keywords.timeout;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pythonic.builtins.AttributeError;
import pythonic.builtins.IndexError;
import pythonic.builtins.RuntimeError;
import pythonic.builtins.TypeError;
import pythonic.builtins.ValueError;
import pythonic.internal.wire.Pickler;
import pythonic.testing.Programs;

/** Value, Array, RawValue and RawArray; values and texts are those of CPython. */
final class SharedValuesTest {

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  @Test
  void row124_index_invalid_raisesIndexError() {
    var array = new Array<Integer>('i', List.of(1, 2, 3));
    assertThatThrownBy(() -> array.get(5)).isExactlyInstanceOf(IndexError.class).hasMessage("invalid index");
    assertThatThrownBy(() -> array.set(-4, 1)).isExactlyInstanceOf(IndexError.class).hasMessage("invalid index");
    assertThat(array.get(-1)).isEqualTo(3);
    array.set(-3, 7);
    assertThat(List.copyOf(array)).containsExactly(7, 2, 3);
    assertThat(len(array)).isEqualTo(3);
  }

  @Test
  void row94_valueInAMessage_isRefusedByItsName() {
    String text = " objects should only be shared between processes through inheritance";
    var queue = new SimpleQueue<Object>();
    assertThatThrownBy(() -> queue.put(new Value<Integer>('i'))).isExactlyInstanceOf(RuntimeError.class).hasMessage("Synchronized" + text);
    assertThatThrownBy(() -> queue.put(new Array<Integer>('i', 1))).isExactlyInstanceOf(RuntimeError.class).hasMessage("SynchronizedArray" + text);
    assertThatThrownBy(() -> queue.put(new Array<byte[]>('c', 1))).isExactlyInstanceOf(RuntimeError.class).hasMessage("SynchronizedString" + text);
    queue.close();
  }

  @Test
  void oddArguments_arePythons() {
    assertThatThrownBy(() -> new Array<Integer>('i', (Object) null)).isExactlyInstanceOf(TypeError.class).hasMessage("object of type 'NoneType' has no len()");
    assertThatThrownBy(() -> new Array<Integer>('i', 1).value()).hasMessage("'SynchronizedArray' object has no attribute 'value'");
    assertThatThrownBy(() -> new Array<Integer>('i', 1).raw(new byte[1])).hasMessage("'SynchronizedArray' object has no attribute 'raw'");
    assertThatThrownBy(() -> new RawArray<Integer>('i', 1).value()).hasMessage("'c_int_Array_1' object has no attribute 'value'");
    assertThat(new RawValue<byte[]>('c', true).value()).containsExactly(1);
    assertThatThrownBy(() -> new Array<String>('u', "abc").value()).isExactlyInstanceOf(AttributeError.class)
        .hasMessage("'SynchronizedArray' object has no attribute 'value'");
    assertThatThrownBy(() -> new RawArray<Integer>('i', 1).value(new byte[1])).hasMessage("'c_int_Array_1' object has no attribute 'value'");
  }

  @Test
  void strings_valueEndsAtZero() {
    var array = new RawArray<String>('u', "abcd");
    assertThat(new Array<>(array).get_obj().value()).isEqualTo("abcd");
    array.value("x\ud83d\ude00");
    assertThat(array.value()).isEqualTo("x\ud83d\ude00");
    assertThat(List.copyOf(array)).containsExactly("x", "\ud83d\ude00", "\0", "d");
    assertThatThrownBy(() -> array.value("abcde")).isExactlyInstanceOf(ValueError.class).hasMessage("string too long");
    assertThatThrownBy(() -> new RawArray<byte[]>('c', 1).value("a")).isExactlyInstanceOf(AttributeError.class);
  }

  @Test
  void acquire_takesTheFormsOfTheLock() {
    var value = new Value<Integer>('i');
    var array = new Array<Integer>('i', 1, lock(new Lock()));
    assertThat(List.of(value.acquire(false), value.acquire(true, 1), value.acquire(timeout(1)), array.acquire(block(true)))).doesNotContain(false);
    assertThat(List.of(array.acquire(false), array.acquire(true, 0.01), array.acquire(timeout(0)))).doesNotContain(true);
    assertThat(value.get_lock()).hasToString("<RLock(MainProcess, 3)>");
    assertThatThrownBy(() -> new Array<Integer>('i', 1, lock(false)).acquire(false))
        .isExactlyInstanceOf(AttributeError.class).hasMessage("'c_int_Array_1' object has no attribute 'acquire'");
  }

  @Test
  void row124_lockThatIsNone_raisesAttributeError() {
    String text = "5 has no method 'acquire'";
    assertThatThrownBy(() -> new Value<Integer>('i', lock(5))).isExactlyInstanceOf(AttributeError.class).hasMessage(text);
    assertThatThrownBy(() -> new Array<Integer>('i', 3, lock(5))).isExactlyInstanceOf(AttributeError.class).hasMessage(text);
  }

  @Test
  void row124_lock_isTheOneAskedFor() {
    var given = new Lock();
    assertThat(new Value<Integer>('i', 1, lock(given)).get_lock()).isSameAs(given);
    assertThat(new Value<Integer>('i', lock(true)).get_lock()).isInstanceOf(RLock.class);
    assertThat(new Array<Integer>('i', 2, lock(null)).get_lock()).isInstanceOf(RLock.class);
    var none = new Value<Integer>('i', lock(false));
    assertThatThrownBy(none::get_lock).isExactlyInstanceOf(AttributeError.class).hasMessage("'c_int' object has no attribute 'get_lock'");
    none.value(3);
    assertThat(none.value()).isEqualTo(3);
    assertThat(none).hasToString("c_int(3)");
  }

  @Test
  void row124_lockHeld_accessByItsOwnerOnly() {
    var value = new Value<Integer>('i', 5);
    value.acquire();
    value.value(value.value() + 1);
    var reader = pythonic.testing.Threads.startAndAwaitParked(value::value);
    value.release();
    assertThat(reader.join()).isEqualTo(6);
  }

  @ParameterizedTest
  @CsvSource({"b,300,44", "B,300,44", "B,-1,255", "h,40000,-25536", "H,40000,40000", "i,2147483648,-2147483648", "I,-1,4294967295",
      "l,-5,-5", "q,9223372036854775807,9223372036854775807", "L,7,7", "f,3,3.0", "d,3,3.0"})
  void value_wholeNumber_keepsTheBitsOfItsType(char code, long given, String expected) {
    var value = new RawValue<Object>(code, given);
    assertThat(repr(value.value())).isEqualTo(expected);
    value.set_long(given);
    assertThat(repr(value.value())).isEqualTo(expected);
    assertThat(value.get_double()).isEqualTo((double) value.get_long());
  }

  @Test
  void value_aboveLong_isBigInteger() {
    assertThat(new RawValue<BigInteger>('Q', -1).value()).isEqualTo(new BigInteger("18446744073709551615"));
    assertThat(new Value<Double>('f', 1.1).value()).isEqualTo(1.100000023841858);
    assertThat(new Value<byte[]>('c', bytes("x")).value()).containsExactly('x');
    assertThat(new Value<String>('u', "\u00e9").value()).isEqualTo("\u00e9");
    assertThat(new Value<String>('u').value()).isEqualTo("\0");
  }

  @Test
  void value_ofAnotherType_raisesTypeError() {
    var whole = new Value<Integer>('i', 5);
    assertThatThrownBy(() -> whole.value("x")).isExactlyInstanceOf(TypeError.class).hasMessage("'str' object cannot be interpreted as an integer");
    assertThatThrownBy(() -> whole.value(1.5)).isExactlyInstanceOf(TypeError.class).hasMessage("'float' object cannot be interpreted as an integer");
    assertThatThrownBy(() -> new Value<Double>('d', "x")).isExactlyInstanceOf(TypeError.class).hasMessage("must be real number, not str");
    assertThatThrownBy(() -> new Value<byte[]>('c', bytes("ab"))).isExactlyInstanceOf(TypeError.class).hasMessage("one character bytes, bytearray or integer expected");
    assertThatThrownBy(() -> new Value<Integer>('x')).isExactlyInstanceOf(TypeError.class).hasMessage("this type has no size");
    assertThatThrownBy(() -> new Array<Integer>('i', -1)).isExactlyInstanceOf(ValueError.class).hasMessage("Array length must be >= 0, not -1");
    assertThat(whole.value()).isEqualTo(5);
  }

  @Test
  void array_takesWhateverHasItems() {
    assertThat(List.copyOf(new Array<Integer>('i', 3))).containsExactly(0, 0, 0);
    assertThat(List.copyOf(new Array<Double>('d', List.of(1, 2.5)))).containsExactly(1.0, 2.5);
    assertThat(List.copyOf(new Array<Integer>('h', new int[] {1, -2}))).containsExactly(1, -2);
    assertThat(List.copyOf(new RawArray<Long>('q', IntStream.range(0, 3).boxed().toList()))).containsExactly(0L, 1L, 2L);
    assertThat(new Array<String>('u', "abc").get(0, 3)).containsExactly("a", "b", "c");
  }

  @Test
  void slices_areCopiesAndAssigned() {
    var array = new Array<Integer>('i', List.of(1, 2, 3, 4));
    assertThat(array.get(1, 3)).containsExactly(2, 3);
    assertThat(array.get(-2, 100)).containsExactly(3, 4);
    assertThat(array.get(3, 1)).isEmpty();
    array.set(0, 2, List.of(7, 8));
    assertThat(array.get(0, 4)).containsExactly(7, 8, 3, 4);
    assertThatThrownBy(() -> array.set(0, 2, List.of(1))).isExactlyInstanceOf(ValueError.class).hasMessage("Can only assign sequence of same size");
  }

  @Test
  void bytes_valueEndsAtZeroAndRawDoesNot() {
    var array = new Array<byte[]>('c', bytes("hello"));
    array.value(bytes("hi"));
    assertThat((byte[]) array.value()).isEqualTo(bytes("hi"));
    assertThat(array.raw()).isEqualTo(bytes("hi\0lo"));
    array.raw(bytes("xy"));
    assertThat(array.raw()).isEqualTo(bytes("xy\0lo"));
    assertThatThrownBy(() -> array.value(bytes("toolong"))).isExactlyInstanceOf(ValueError.class).hasMessage("byte string too long");
    assertThatThrownBy(() -> new Array<Integer>('i', 1).raw()).isExactlyInstanceOf(AttributeError.class);
  }

  @Test
  void toString_isPythons() {
    assertThat(new Value<Integer>('i', 5)).hasToString("<Synchronized wrapper for c_int(5)>");
    assertThat(new RawValue<Double>('d', 2.5)).hasToString("c_double(2.5)");
    assertThat(new Array<Integer>('i', 3).toString()).matches("<SynchronizedArray wrapper for <multiprocessing\\.sharedctypes\\.c_int_Array_3 object at 0x[0-9a-f]+>>");
    assertThat(new Array<byte[]>('c', 5).toString()).startsWith("<SynchronizedString wrapper for ");
  }

  @Test
  void pickledWhileNothingIsStarted_raisesRuntimeError() {
    for (Object shared : List.of(new Value<Integer>('i'), new Array<Integer>('i', 3), new RawArray<Integer>('i', 100_000))) {
      assertThatThrownBy(() -> Pickler.dumps(shared, ""))
          .isExactlyInstanceOf(RuntimeError.class)
          .hasMessageEndingWith(" objects should only be shared between processes through inheritance");
    }
  }

  @Test
  void children_changeWhatTheirParentSees() {
    Programs.Result result = Programs.run(SharedValuesProgram.class);
    assertThat(result.err()).isEmpty();
    assertThat(result.out()).isEqualTo("30000 [-11, -22, -33, -44] 3.5 c_int(7) b'bye' b'bye\\x00o'\n");
  }
}
