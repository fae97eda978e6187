package pythonic.multiprocessing.sharedctypes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static pythonic.builtins.Keywords.lock;

import java.util.List;
import org.junit.jupiter.api.Test;
import pythonic.builtins.AttributeError;
import pythonic.builtins.Builtins;
import pythonic.multiprocessing.Array;
import pythonic.multiprocessing.Lock;
import pythonic.multiprocessing.RLock;
import pythonic.multiprocessing.RawArray;
import pythonic.multiprocessing.RawValue;
import pythonic.multiprocessing.Value;

final class SharedctypesTest {

  @Test
  void factories_makeTheTypesOfMultiprocessing() {
    assertThat(Sharedctypes.RawValue('i').toString()).isEqualTo("c_int(0)");
    assertThat(Sharedctypes.RawValue('d', 2).toString()).isEqualTo("c_double(2.0)");
    assertThat(Sharedctypes.<Integer>RawArray('i', 2)).containsExactly(0, 0);
    assertThat(Sharedctypes.Value('i').toString()).isEqualTo("<Synchronized wrapper for c_int(0)>");
    assertThat(Sharedctypes.Value('i', 3).get_lock()).isInstanceOf(RLock.class);
    assertThat(Sharedctypes.Value('i', 3, lock(false)).toString()).isEqualTo("c_int(3)");
    assertThat(Sharedctypes.Value('i', lock(false)).toString()).isEqualTo("c_int(0)");
    assertThat(Sharedctypes.<Integer>Array('i', List.of(1, 2))).containsExactly(1, 2);
    var own = new Lock();
    assertThat(Sharedctypes.Array('i', 2, lock(own)).get_lock()).isSameAs(own);
  }

  @Test
  void copy_laterChanges_areNotSeen() {
    RawValue<Integer> value = Sharedctypes.RawValue('i', 3);
    RawValue<Integer> copy = Sharedctypes.copy(value);
    RawArray<Integer> array = Sharedctypes.RawArray('h', List.of(1, 2));
    RawArray<Integer> copied = Sharedctypes.copy(array);
    value.value(4);
    array.set(0, 9);
    assertThat(copy.value()).isEqualTo(3);
    assertThat(copied).containsExactly(1, 2);
  }

  @Test
  void synchronized_sameValue_hasALock() {
    RawValue<Integer> value = Sharedctypes.RawValue('i', 3);
    Value<Integer> locked = Sharedctypes.synchronized_(value);
    locked.value(4);
    assertThat(value.value()).isEqualTo(4);
    assertThat(locked.get_obj()).isSameAs(value);
    assertThat(locked.get_lock()).isInstanceOf(RLock.class);
    var own = new Lock();
    assertThat(Sharedctypes.synchronized_(value, lock(own)).get_lock()).isSameAs(own);
    assertThat(Sharedctypes.synchronized_(value, lock(false)).get_lock()).isInstanceOf(RLock.class);
    RawArray<byte[]> bytes = Sharedctypes.RawArray('c', Builtins.encode("abc"));
    Array<byte[]> array = Sharedctypes.synchronized_(bytes);
    assertThat(array.raw()).isEqualTo(Builtins.encode("abc"));
    assertThat(Sharedctypes.synchronized_(bytes, lock(null)).get_lock()).isInstanceOf(RLock.class);
    assertThatExceptionOfType(AttributeError.class).isThrownBy(() -> Sharedctypes.synchronized_(value, lock(5)))
        .withMessage("'int' object has no attribute 'acquire'");
  }
}
