package pythonic.multiprocessing.connection;

import org.jspecify.annotations.Nullable;
import pythonic.internal.child.ParentLink;
import pythonic.internal.wire.Pickler;
import pythonic.multiprocessing.AuthenticationError;

/** Java's serialisation: between two programs with this library. */
enum JavaCodec implements Codec {

  /** The other end has proved that it knows our key: it may send what it likes. */
  TRUSTED,

  /** The other end may be anybody. Bytes of its choice must make no object but plain data: to make one is to run code. */
  STRANGER;

  @Override
  public byte[] dumps(@Nullable Object value) {
    return Pickler.dumps(value, "");
  }

  @Override
  public @Nullable Object loads(byte[] bytes) {
    if (this == STRANGER && !Pickler.isPlain(bytes)) {
      throw new AuthenticationError(
          "an object that is more than plain data came from a process that has not proved anything: give both ends an authkey");
    }
    return Pickler.loads(bytes, ParentLink.loaderHere());
  }
}
