package pythonic.threading;

import pythonic.testing.Alike;

class ProcessSemaphoreContentionTest extends SemaphoreContentionContract {

  @Override
  SemaphoreLike create(int value) {
    return Alike.as(SemaphoreLike.class, new pythonic.multiprocessing.Semaphore(value));
  }
}
