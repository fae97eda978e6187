package pythonic.multiprocessing.connection;

import pythonic.multiprocessing.Pipe;

final class PipeConnectionTest extends ConnectionContract {

  @Override
  Pipe connect() {
    return new Pipe();
  }
}
