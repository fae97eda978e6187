package pythonic.internal.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The keyed digests (HMAC, RFC 2104) that CPython's handshake knows. They are made from the JDK's digests by hand,
 * because the JDK's own {@code Mac} takes 60 ms longer to load, which each child process would wait for.
 */
enum Hmac {
  MD5("md5", "MD5", 64),
  SHA256("sha256", "SHA-256", 64),
  SHA384("sha384", "SHA-384", 128),
  SHA3_256("sha3_256", "SHA3-256", 136),
  SHA3_384("sha3_384", "SHA3-384", 104);

  /** The name on the wire. */
  final String wireName;

  private final String digestName;
  private final int blockSize;

  Hmac(String wireName, String digestName, int blockSize) {
    this.wireName = wireName;
    this.digestName = digestName;
    this.blockSize = blockSize;
  }

  /** {@return the digest whose name in braces a message begins with, null if there is none} */
  static @Nullable Hmac prefixOf(byte[] message) {
    for (Hmac hmac : values()) {
      byte[] prefix = hmac.prefix();
      if (message.length >= prefix.length && Arrays.equals(message, 0, prefix.length, prefix, 0, prefix.length)) {
        return hmac;
      }
    }
    return null;
  }

  /** {@return the name in braces, as it stands before a challenge or an answer} */
  byte[] prefix() {
    return ("{" + wireName + "}").getBytes(US_ASCII);
  }

  /** {@return the keyed digest of a message} */
  byte[] of(byte[] key, byte[] message) throws AuthenticationException {
    try {
      MessageDigest digest = MessageDigest.getInstance(digestName);
      byte[] block = Arrays.copyOf(key.length > blockSize ? digest.digest(key) : key, blockSize);
      digest.update(masked(block, 0x36));
      byte[] inner = digest.digest(message);
      digest.update(masked(block, 0x5c));
      return digest.digest(inner);
    } catch (NoSuchAlgorithmException e) {
      throw (AuthenticationException) new AuthenticationException("digest '" + wireName + "' unsupported").initCause(e);
    }
  }

  private static byte[] masked(byte[] block, int mask) {
    var result = new byte[block.length];
    for (int i = 0; i < block.length; i++) {
      result[i] = (byte) (block[i] ^ mask);
    }
    return result;
  }
}
