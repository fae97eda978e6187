package pythonic.internal.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import pythonic.builtins.Builtins;

/**
 * Both ends of a connection prove that they know a key, without saying it: each sends a random challenge and checks the
 * HMAC that comes back. It is the protocol of CPython's {@code multiprocessing.connection} since 3.12, with SHA-256,
 * and like CPython 3.13 it also answers the challenges of CPython before 3.12, whose digest is MD5.
 *
 * <p>Until both are done no frame above {@value #LONGEST_MESSAGE} bytes is read, and nothing of what is read is
 * interpreted. A failure leaves the channel open; the caller closes it.
 */
public final class Handshake {

  /** The longest frame of the handshake. */
  static final int LONGEST_MESSAGE = 256;

  private static final byte[] CHALLENGE = "#CHALLENGE#".getBytes(US_ASCII);
  private static final byte[] WELCOME = "#WELCOME#".getBytes(US_ASCII);
  private static final byte[] FAILURE = "#FAILURE#".getBytes(US_ASCII);
  private static final String OUR_DIGEST = "sha256";
  private static final String OLD_DIGEST = "md5";
  private static final int NONCE_LENGTH = 40;
  private static final int OLD_NONCE_LENGTH = 20;
  private static final int OLD_MAC_LENGTH = 16;

  /** Digests by their names on the wire and in Java. */
  private static final Map<String, String> DIGESTS =
      Map.of(
          OLD_DIGEST, "HmacMD5",
          OUR_DIGEST, "HmacSHA256",
          "sha384", "HmacSHA384",
          "sha3_256", "HmacSHA3-256",
          "sha3_384", "HmacSHA3-384");

  private static final SecureRandom RANDOM = new SecureRandom();

  private Handshake() {}

  /**
   * The part of the end that accepted the connection.
   *
   * @throws AuthenticationException if the other end does not know the key, or rejects ours
   * @throws IOException if the connection broke
   */
  public static void asServer(FrameChannel channel, byte[] key) throws IOException {
    withShortFrames(
        channel,
        () -> {
          challenge(channel, key);
          answer(channel, key);
        });
  }

  /**
   * The part of the end that made the connection.
   *
   * @throws AuthenticationException if the other end does not know the key, or rejects ours
   * @throws IOException if the connection broke
   */
  public static void asClient(FrameChannel channel, byte[] key) throws IOException {
    withShortFrames(
        channel,
        () -> {
          answer(channel, key);
          challenge(channel, key);
        });
  }

  private interface Exchange {
    void run() throws IOException;
  }

  private static void withShortFrames(FrameChannel channel, Exchange exchange) throws IOException {
    long before = channel.limit();
    channel.limit(LONGEST_MESSAGE);
    exchange.run();
    channel.limit(before);
  }

  private static void challenge(FrameChannel channel, byte[] key) throws IOException {
    var nonce = new byte[NONCE_LENGTH];
    RANDOM.nextBytes(nonce);
    byte[] message = prefixed(OUR_DIGEST, nonce);
    channel.write(CHALLENGE, message);
    try {
      verify(key, message, channel.read());
    } catch (AuthenticationException e) {
      channel.write(FAILURE);
      throw e;
    }
    channel.write(WELCOME);
  }

  /** The MAC covers the digest's name as well, so nobody on the way can talk the ends into a weaker one. */
  private static void verify(byte[] key, byte[] message, byte[] response) throws AuthenticationException {
    boolean old = response.length == OLD_MAC_LENGTH;
    String digest = old ? OLD_DIGEST : digestOf(response);
    byte[] given = old ? response : Arrays.copyOfRange(response, digest.length() + 2, response.length);
    byte[] expected = mac(digest, key, message);
    if (given.length != expected.length) {
      throw new AuthenticationException(
          "expected '" + digest + "' of length " + expected.length + " got " + given.length);
    }
    if (!MessageDigest.isEqual(expected, given)) {
      throw new AuthenticationException("digest received was wrong");
    }
  }

  private static void answer(FrameChannel channel, byte[] key) throws IOException {
    byte[] frame = channel.read();
    if (frame.length < CHALLENGE.length || !Arrays.equals(CHALLENGE, Arrays.copyOf(frame, CHALLENGE.length))) {
      throw new AuthenticationException("Protocol error, expected challenge: message=" + Builtins.repr(frame));
    }
    byte[] message = Arrays.copyOfRange(frame, CHALLENGE.length, frame.length);
    if (message.length < OLD_NONCE_LENGTH) {
      throw new AuthenticationException("challenge too short: " + message.length + " bytes");
    }
    if (message.length == OLD_NONCE_LENGTH) {
      channel.write(mac(OLD_DIGEST, key, message));
    } else {
      String digest = digestOf(message);
      channel.write(prefixed(digest, mac(digest, key, message)));
    }
    if (!Arrays.equals(channel.read(), WELCOME)) {
      throw new AuthenticationException("digest sent was rejected");
    }
  }

  private static byte[] prefixed(String digest, byte[] payload) {
    byte[] prefix = ("{" + digest + "}").getBytes(US_ASCII);
    byte[] message = Arrays.copyOf(prefix, prefix.length + payload.length);
    System.arraycopy(payload, 0, message, prefix.length, payload.length);
    return message;
  }

  private static String digestOf(byte[] message) throws AuthenticationException {
    for (String digest : DIGESTS.keySet()) {
      byte[] prefix = prefixed(digest, new byte[0]);
      if (message.length >= prefix.length && Arrays.equals(prefix, Arrays.copyOf(message, prefix.length))) {
        return digest;
      }
    }
    throw new AuthenticationException(
        "unsupported message length, missing digest prefix, or unsupported digest: message=" + Builtins.repr(message));
  }

  private static byte[] mac(String digest, byte[] key, byte[] message) throws AuthenticationException {
    String algorithm = DIGESTS.get(digest);
    try {
      Mac mac = Mac.getInstance(algorithm);
      // Java refuses an empty key; HMAC pads keys with zeros, so one zero is the same key.
      mac.init(new SecretKeySpec(key.length == 0 ? new byte[1] : key, algorithm));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw (AuthenticationException) new AuthenticationException("digest '" + digest + "' unsupported").initCause(e);
    }
  }
}
