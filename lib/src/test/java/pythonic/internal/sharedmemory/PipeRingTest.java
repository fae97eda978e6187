package pythonic.internal.sharedmemory;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import pythonic.internal.wire.FrameTooLongException;

/** The circle of a pipe and its annex, by themselves. */
final class PipeRingTest {

  private static final int LENGTH = PipeAnnex.SLOT_BYTES;
  private static final int TOTAL = PipeAnnex.SLOTS * LENGTH;

  private static byte[] filled(int length) {
    var bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) ((i * 31) >>> 5);
    }
    return bytes;
  }

  private static void putAside(PipeRing ring, byte[] bytes) {
    for (int i = 0; i < PipeAnnex.SLOTS; i++) {
      ring.putAside(bytes, i * LENGTH, LENGTH, TOTAL, i == 0);
    }
  }

  @Test
  void annex_slotsAreFreeWhenTheirChunkIsReceived() throws FrameTooLongException {
    PipeRing ring = PipeRing.make();
    assertThat(ring.hasAnnex()).isTrue();
    byte[] bytes = filled(TOTAL);
    for (int round = 0; round < 5; round++) {
      putAside(ring, bytes);
      assertThat(ring.hasSlot()).isFalse();
      assertThat(ring.take(TOTAL)).isNull();
      assertThat(ring.hasSlot()).isTrue();
      assertThat(ring.take(TOTAL)).isNull();
      assertThat(ring.take(TOTAL)).isNull();
      assertThat(ring.take(TOTAL)).isEqualTo(bytes);
    }
  }

  @Test
  void annex_sendersDiedBeforeTheirChunkWasSeen_slotsAreFree() throws FrameTooLongException {
    PipeRing ring = PipeRing.make();
    assertThat(ring.hasAnnex()).isTrue();
    var annex = new PipeAnnex(ring.heap, ring.offset + PipeRing.ANNEX);
    for (int i = 0; i < PipeAnnex.SLOTS; i++) {
      annex.use(i, 2 * Long.BYTES); // where the first chunk will end, which none of them has sent
    }
    assertThat(ring.hasSlot()).isTrue();
    ring.put(new byte[Long.BYTES], 0, Long.BYTES, Long.BYTES, true);
    assertThat(ring.hasSlot()).as("a chunk ends there, whose slot it could be").isFalse();
    assertThat(ring.take(TOTAL)).hasSize(Long.BYTES);
    assertThat(ring.hasSlot()).isTrue();
  }

  @Test
  void annex_messageCutOff_theNextIsWhole() throws FrameTooLongException {
    PipeRing ring = PipeRing.make();
    assertThat(ring.hasAnnex()).isTrue();
    byte[] bytes = filled(TOTAL);
    ring.putAside(bytes, 0, LENGTH, TOTAL, true); // its sender dies here
    assertThat(ring.take(TOTAL)).isNull();
    putAside(ring, bytes);
    for (int i = 1; i < PipeAnnex.SLOTS; i++) {
      assertThat(ring.take(TOTAL)).isNull();
    }
    assertThat(ring.take(TOTAL)).isEqualTo(bytes);
  }

  @Test
  void annex_isMadeWithTheFirstLongMessage() throws Exception {
    PipeRing ring = PipeRing.make();
    var file = ring.heap.folder().resolve("a" + ring.word(PipeRing.ANNEX));
    assertThat(file).doesNotExist();
    assertThat(ring.hasAnnex()).isTrue();
    assertThat(Files.size(file)).isEqualTo(TOTAL);
  }
}
