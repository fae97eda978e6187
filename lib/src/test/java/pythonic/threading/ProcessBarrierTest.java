package pythonic.threading;

import static pythonic.builtins.Keywords.timeout;

import org.jspecify.annotations.Nullable;
import pythonic.builtins.functions.Procedure0;
import pythonic.testing.Alike;

class ProcessBarrierTest extends BarrierActionContract {

  @Override
  BarrierLike create(int parties, @Nullable Procedure0 action, @Nullable Double timeout) {
    return Alike.as(BarrierLike.class, new pythonic.multiprocessing.Barrier(parties, action, timeout(timeout)));
  }
}
