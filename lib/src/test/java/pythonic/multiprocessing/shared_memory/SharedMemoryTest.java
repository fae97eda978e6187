package pythonic.multiprocessing.shared_memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pythonic.builtins.Builtins.len;
import static pythonic.builtins.Keywords.name;
import static pythonic.builtins.Keywords.size;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.foreign.ValueLayout;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pythonic.builtins.BufferError;
import pythonic.builtins.FileExistsError;
import pythonic.builtins.FileNotFoundError;
import pythonic.builtins.IndexError;
import pythonic.builtins.KeyError;
import pythonic.builtins.Keywords;
import pythonic.builtins.OSError;
import pythonic.builtins.TypeError;
import pythonic.builtins.ValueError;
import pythonic.testing.CPython;
import pythonic.testing.Programs;
import pythonic.testing.Threads;

/** SharedMemory and ShareableList; texts and layout are those of CPython. */
final class SharedMemoryTest {

  private static boolean exists(String name) {
    Path memory = Path.of("/dev/shm");
    return Files.exists((Files.isDirectory(memory) ? memory : Path.of(System.getProperty("java.io.tmpdir"))).resolve(name));
  }

  @Test
  void row122_arguments_areCheckedAsByPython() {
    assertThatThrownBy(() -> new SharedMemory(Keywords.create(true), size(0)))
        .isExactlyInstanceOf(ValueError.class).hasMessage("'size' must be a positive number different from zero");
    assertThatThrownBy(() -> new SharedMemory(Keywords.create(true), size(-1)))
        .isExactlyInstanceOf(ValueError.class).hasMessage("'size' must be a positive integer");
    assertThatThrownBy(SharedMemory::new).isExactlyInstanceOf(ValueError.class).hasMessage("'name' can only be None if create=True");
    assertThatThrownBy(() -> new SharedMemory("nope"))
        .isExactlyInstanceOf(FileNotFoundError.class).hasMessage("[Errno 2] No such file or directory: '/nope'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../tmp/x", "a/b", "//etc/hostname", "", ".", "..", "x\0y"})
  void nameThatIsAPath_isNone(String name) {
    String text = "[Errno 22] Invalid argument: '/";
    assertThatThrownBy(() -> new SharedMemory(name)).isExactlyInstanceOf(OSError.class).hasMessageStartingWith(text);
    assertThatThrownBy(() -> new SharedMemory(name, true, 5)).isExactlyInstanceOf(OSError.class).hasMessageStartingWith(text);
  }

  @Test
  void blockThatIsLargerThanAllMemory_isRefusedAtOnce_andLeavesNothing() {
    assertThatThrownBy(() -> new SharedMemory("pythonic-too-large", true, 1L << 50))
        .isExactlyInstanceOf(OSError.class).hasMessage("[Errno 28] No space left on device");
    assertThatThrownBy(() -> new SharedMemory("pythonic-too-large")).isInstanceOf(FileNotFoundError.class);
  }

  @Test
  void row122_block_isSeenByItsName() {
    try (var block = new SharedMemory(Keywords.create(true), size(10)); var same = new SharedMemory(block.name())) {
      assertThat(block.name()).matches("psm_[0-9a-f]{8}");
      assertThat(block).hasToString("SharedMemory('" + block.name() + "', size=10)");
      assertThatThrownBy(() -> new SharedMemory(name(block.name()), Keywords.create(true), size(5)))
          .isExactlyInstanceOf(FileExistsError.class).hasMessage("[Errno 17] File exists: '/" + block.name() + "'");
      same.buf().set(0, 7);
      block.buf().set(1, 3, new byte[] {1, -1});
      assertThat(block.buf().get(0)).isEqualTo(7);
      assertThat(same.buf().get(-8)).isEqualTo(255);
      assertThat(same.buf().get(0, 4)).containsExactly(7, 1, -1, 0);
      same.buf().segment().set(ValueLayout.JAVA_INT_UNALIGNED, 4, 5);
      assertThat(block.buf().segment().get(ValueLayout.JAVA_INT_UNALIGNED, 4)).isEqualTo(5);
      assertThat(len(block.buf())).isEqualTo(10);
      assertThatThrownBy(() -> block.buf().get(10)).isExactlyInstanceOf(IndexError.class).hasMessage("index out of bounds on dimension 1");
      assertThatThrownBy(() -> block.buf().set(0, 300)).isExactlyInstanceOf(ValueError.class).hasMessage("memoryview: invalid value for format 'B'");
      block.unlink();
      assertThat(exists(block.name())).isFalse();
      assertThatThrownBy(block::unlink).isExactlyInstanceOf(FileNotFoundError.class);
    }
  }

  @Test
  void row122_closeWithLiveSlice_raisesBufferError() {
    var block = new SharedMemory(null, true, 10);
    MemoryView slice = block.buf().slice(1, 3);
    slice.set(0, 9);
    assertThat(block.buf().get(1)).isEqualTo(9);
    assertThatThrownBy(block::close).isExactlyInstanceOf(BufferError.class).hasMessage("cannot close exported pointers exist");
    slice.release();
    assertThatThrownBy(() -> slice.get(0)).isExactlyInstanceOf(ValueError.class);
    MemoryView whole = block.buf();
    block.close();
    block.close();
    assertThat(block.buf()).isNull();
    assertThatThrownBy(() -> whole.get(0)).isExactlyInstanceOf(ValueError.class);
    block.unlink();
  }

  @Test
  void nameByPosition_thenKeywords_isPythons() {
    String name = "pythonic_test_forms_" + ProcessHandle.current().pid();
    var block = new SharedMemory(name, Keywords.create(true), size(3), Keywords.track(true));
    try (var same = new SharedMemory(name, Keywords.track(false))) {
      assertThat(same.size()).isEqualTo(3);
    }
    assertThatThrownBy(() -> new SharedMemory(name, name(name)))
        .isExactlyInstanceOf(TypeError.class).hasMessage("SharedMemory.__init__() got multiple values for argument 'name'");
    block.close();
    block.unlink();
  }

  @Test
  void track_false_blockStaysUntilItIsUnlinked() {
    String name = "pythonic_test_track_" + ProcessHandle.current().pid();
    assertThat(Programs.run(SharedMemoryProgram.class, "untracked", name).err()).isEmpty();
    try (var left = new SharedMemory(name)) {
      assertThat(left.buf().get(0)).isEqualTo(42);
      left.unlink();
    }
  }

  @Test
  void closed_listAndView_refuse() {
    var list = new ShareableList(List.of(1));
    MemoryView whole = list.shm().buf();
    list.shm().unlink();
    list.shm().close();
    String text = "a bytes-like object is required, not 'NoneType'";
    assertThatThrownBy(() -> list.get(0)).isExactlyInstanceOf(TypeError.class).hasMessage(text);
    assertThatThrownBy(() -> list.set(0, 2)).isExactlyInstanceOf(TypeError.class).hasMessage(text);
    assertThatThrownBy(list::size).isExactlyInstanceOf(TypeError.class).hasMessage(text);
    assertThatThrownBy(list::format).isExactlyInstanceOf(TypeError.class).hasMessage(text);
    assertThatThrownBy(whole::size).isExactlyInstanceOf(ValueError.class).hasMessage("operation forbidden on released memoryview object");
  }

  @Test
  void row123_shareableList_comparesItemsAsPython() {
    var list = new ShareableList(Arrays.asList(1, true, 1.0, "a", new byte[] {97}, null, 0, false));
    assertThat(List.of(list.count(1), list.count(true), list.count(0.0), list.count(null), list.count("a"))).containsExactly(3, 3, 2, 1, 1);
    assertThat(List.of(list.index(true), list.index(false), list.index(new byte[] {97}))).containsExactly(0, 6, 4);
    assertThat(list.contains(1L)).isTrue();
    assertThat(list.contains(new byte[] {97})).isTrue();
    assertThat(list.contains(2)).isFalse();
    assertThatThrownBy(() -> list.set(0, BigInteger.TWO.pow(63))).isExactlyInstanceOf(pythonic.struct.Error.class)
        .hasMessage("'q' format requires -9223372036854775808 <= number <= 9223372036854775807");
    list.set(0, BigInteger.TEN);
    assertThat(list.get(0)).isEqualTo(10);
    list.shm().unlink();
    assertThat(new ShareableList()).isEmpty();
  }

  @Test
  void row123_shareableList_keepsWithinItsRoom() {
    var list = new ShareableList(Arrays.asList("howdy", new byte[] {1, 2}, -273.154, 100, null, true, 42));
    assertThat(list.format()).isEqualTo("8s8sdqxxxxxx?xxxxxxxx?q");
    assertThat(list).hasToString(
        "ShareableList(['howdy', b'\\x01\\x02', -273.154, 100, None, True, 42], name='" + list.shm().name() + "')");
    assertThatThrownBy(() -> list.get(99)).isExactlyInstanceOf(IndexError.class).hasMessage("index out of range");
    assertThatThrownBy(() -> list.set(99, 1)).isExactlyInstanceOf(IndexError.class).hasMessage("assignment index out of range");
    String tooLong = "bytes/str item exceeds available storage";
    assertThatThrownBy(() -> list.set(0, "longer than eight bytes")).isExactlyInstanceOf(ValueError.class).hasMessage(tooLong);
    assertThatThrownBy(() -> list.index("q")).isExactlyInstanceOf(ValueError.class).hasMessage("'q' not in this container");
    assertThatThrownBy(() -> list.set(0, List.of())).isExactlyInstanceOf(KeyError.class).hasMessage("<class 'list'>");
    assertThat(list.count(42)).isEqualTo(1);
    assertThat(list.index(42)).isEqualTo(6);
    list.set(3, 2.5);
    list.set(-1, "abcdefgh");
    list.set(0, null);
    list.set(4, false);
    assertThat(list.format()).isEqualTo("xxxxxx?x8sddxxxxxxx?xxxxxxx?8s");
    assertThat(list.get(3)).isEqualTo(2.5);
    assertThat(list.get(6)).isEqualTo("abcdefgh");
    assertThat(list.get(0)).isNull();
    assertThat(list.get(4)).isEqualTo(false);
    list.shm().close();
    list.shm().unlink();
  }

  @Test
  void row123_shareableList_givesAnIntegerBackWhereItFits() {
    List<Object> given = List.of(7, -1, Integer.MAX_VALUE, Integer.MIN_VALUE, 7L, (short) 7, 1L + Integer.MAX_VALUE, Long.MIN_VALUE);
    var list = new ShareableList(given);
    assertThat((int) list.get(0)).isEqualTo(7);
    assertThat(List.copyOf(list))
        .containsExactly(7, -1, Integer.MAX_VALUE, Integer.MIN_VALUE, 7, 7, 1L + Integer.MAX_VALUE, Long.MIN_VALUE);
    assertThat(list.format()).isEqualTo("qqqqqqqq");
    assertThat(list.set(0, 1L << 40)).isEqualTo(7);
    assertThat(list.get(0)).isEqualTo(1L << 40);
    list.shm().close();
    list.shm().unlink();
  }

  @Test
  void cpython_readsAndWritesTheSameList() {
    CPython.find(9).filter(_ -> Files.isDirectory(Path.of("/dev/shm"))).ifPresentOrElse(python -> {
      var list = new ShareableList(Arrays.asList("howdy", 1.5, 100, null, true, "\u00e9"));
      Programs.Result result = python.run("""
          import sys
          from multiprocessing import shared_memory, resource_tracker
          l = shared_memory.ShareableList(name=sys.argv[1])
          resource_tracker.unregister('/' + sys.argv[1], 'shared_memory')
          print(ascii(list(l)), l.format)
          l[0] = 'cpython'; l[2] = -7; l[3] = 2.25; l[4] = None
          l.shm.close()
          """, list.shm().name());
      assertThat(result.out()).as(result.err()).isEqualTo("['howdy', 1.5, 100, None, True, '\\xe9'] 8sdqxxxxxx?xxxxxxxx?8s\n");
      assertThat(new java.util.ArrayList<>(list)).isEqualTo(Arrays.asList("cpython", 1.5, -7, 2.25, null, "\u00e9"));
      list.shm().close();
      list.shm().unlink();
    }, () -> assertThat(new ShareableList(List.of(1)).format()).isEqualTo("q"));
  }

  @Test
  void processes_shareBlocks_whichEndWithTheirOwner() {
    Programs.Result result = Programs.run(SharedMemoryProgram.class);
    assertThat(result.err()).isEmpty();
    List<String> lines = result.out().lines().toList();
    assertThat(lines.subList(0, 2)).containsExactly("found 42", "b'\\x07\\x08\\t\\x00' ['child', True] 0");
    assertThat(lines.get(2).split(" ")).hasSize(2).noneMatch(SharedMemoryTest::exists);
  }

  @Test
  void ownerEnds_anothersBlockOfTheSameNameStays() throws IOException {
    java.lang.Process program = Programs.start(SharedMemoryProgram.class, "wait");
    var out = new BufferedReader(new InputStreamReader(program.getInputStream(), StandardCharsets.UTF_8));
    out.readLine();
    out.readLine();
    String names = out.readLine();
    String name = names.substring(names.lastIndexOf(' ') + 1);
    try (var first = new SharedMemory(name)) {
      first.unlink();
    }
    try (var second = new SharedMemory(name, true, 4)) {
      program.toHandle().destroy();
      Threads.await("the first owner is gone", () -> !program.isAlive());
      assertThat(exists(name)).isTrue();
      second.unlink();
    }
  }

  @Test
  void ownerWithAChildKilled_blocksAreGone() throws IOException {
    java.lang.Process program = Programs.start(SharedMemoryProgram.class, "wait");
    var out = new BufferedReader(new InputStreamReader(program.getInputStream(), StandardCharsets.UTF_8));
    out.readLine();
    out.readLine();
    String[] names = out.readLine().split(" ");
    assertThat(names).hasSize(3).allMatch(SharedMemoryTest::exists);
    program.destroyForcibly();
    Threads.await("the owner is gone", () -> !program.isAlive());
    var next = Programs.run(SharedMemoryProgram.class); // nobody of the family is left: the next one sweeps
    assertThat(next.code()).isZero();
    assertThat(names).noneMatch(SharedMemoryTest::exists);
  }
}
