package pythonic.multiprocessing.connection;

import org.jspecify.annotations.Nullable;

/** Values as bytes and back. */
interface Codec {

  byte[] dumps(@Nullable Object value);

  @Nullable Object loads(byte[] bytes);
}
