package pythonic.internal.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
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
  private static final int NONCE_LENGTH = 40;
  private static final int OLD_NONCE_LENGTH = 20;
  private static final int OLD_MAC_LENGTH = 16;

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
    byte[] message = concatenated(Hmac.SHA256.prefix(), nonce);
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
    Hmac hmac = old ? Hmac.MD5 : digestOf(response);
    byte[] given = old ? response : Arrays.copyOfRange(response, hmac.prefix().length, response.length);
    byte[] expected = hmac.of(key, message);
    if (given.length != expected.length) {
      throw new AuthenticationException(
          "expected '" + hmac.wireName + "' of length " + expected.length + " got " + given.length);
    }
    if (!MessageDigest.isEqual(expected, given)) {
      throw new AuthenticationException("digest received was wrong");
    }
  }

  private static void answer(FrameChannel channel, byte[] key) throws IOException {
    byte[] frame = channel.read();
    if (frame.length < CHALLENGE.length
        || !Arrays.equals(frame, 0, CHALLENGE.length, CHALLENGE, 0, CHALLENGE.length)) {
      throw new AuthenticationException("Protocol error, expected challenge: message=" + Builtins.repr(frame));
    }
    byte[] message = Arrays.copyOfRange(frame, CHALLENGE.length, frame.length);
    if (message.length < OLD_NONCE_LENGTH) {
      throw new AuthenticationException("challenge too short: " + message.length + " bytes");
    }
    if (message.length == OLD_NONCE_LENGTH) {
      channel.write(Hmac.MD5.of(key, message));
    } else {
      Hmac hmac = digestOf(message);
      channel.write(hmac.prefix(), hmac.of(key, message));
    }
    if (!Arrays.equals(channel.read(), WELCOME)) {
      throw new AuthenticationException("digest sent was rejected");
    }
  }

  private static byte[] concatenated(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  private static Hmac digestOf(byte[] message) throws AuthenticationException {
    Hmac hmac = Hmac.prefixOf(message);
    if (hmac == null) {
      throw new AuthenticationException(
          "unsupported message length, missing digest prefix, or unsupported digest: message=" + Builtins.repr(message));
    }
    return hmac;
  }
}
