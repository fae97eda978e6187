package pythonic.threading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pythonic.builtins.Keywords.value;

import org.junit.jupiter.api.Test;
import pythonic.builtins.OverflowError;
import pythonic.testing.Alike;

class SemaphoreTest extends SemaphoreContract {

  @Override
  SemaphoreLike create(int value) {
    return Alike.as(SemaphoreLike.class, new Semaphore(value));
  }

  @Test
  void new_valueForms_setTheNumberOfPermits() {
    assertThat(new Semaphore().toString()).endsWith(": value=1>");
    assertThat(new Semaphore(value(3)).toString()).endsWith(": value=3>");
    assertThat(new Semaphore(0).toString()).matches("<threading\\.Semaphore at 0x[0-9a-f]+: value=0>");
    assertThat(new Semaphore() {}.toString()).doesNotContain("threading.Semaphore");
  }

  @Test
  void row18_releaseThree_addsThree() {
    SemaphoreLike semaphore = create(1);
    semaphore.release(3);
    assertThat(semaphore.toString()).endsWith(": value=4>");
  }

  @Test
  void release_beyondWhatAnIntCounts_raisesOverflowErrorAndChangesNothing() {
    SemaphoreLike semaphore = create(Integer.MAX_VALUE - 1);
    semaphore.release();
    assertThatThrownBy(semaphore::close).isExactlyInstanceOf(OverflowError.class);
    assertThatThrownBy(() -> semaphore.release(Integer.MAX_VALUE)).isExactlyInstanceOf(OverflowError.class);
    assertThat(semaphore.toString()).endsWith("value=" + Integer.MAX_VALUE + ">");
  }
}
