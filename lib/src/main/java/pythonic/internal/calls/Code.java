package pythonic.internal.calls;

import java.io.ByteArrayOutputStream;
import java.lang.invoke.MethodType;

/** The instructions of a method without branches. */
final class Code {

  static final int AALOAD = 50;
  static final int DUP = 89;
  static final int ARETURN = 176;
  static final int RETURN = 177;
  static final int GETFIELD = 180;
  static final int PUTFIELD = 181;
  static final int INVOKEVIRTUAL = 182;
  static final int INVOKESPECIAL = 183;
  static final int INVOKESTATIC = 184;
  static final int INVOKEINTERFACE = 185;
  static final int NEW = 187;
  static final int CHECKCAST = 192;

  private static final int ACONST_NULL = 1;
  private static final int SIPUSH = 17;
  private static final int LDC_W = 19;
  private static final int ALOAD = 25;
  private static final int POP = 87;
  private static final int POP2 = 88;

  /** From int, from long, from float: the first instruction of each that widens. */
  private static final int I2L = 133;

  private static final int L2F = 137;
  private static final int F2D = 141;

  private final ClassFile file;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  Code(ClassFile file) {
    this.file = file;
  }

  byte[] bytes() {
    return bytes.toByteArray();
  }

  /** An instruction, or a byte of one. */
  Code op(int code) {
    bytes.write(code);
    return this;
  }

  private Code op(int code, int operand) {
    return op(code).op(operand >> 8).op(operand);
  }

  Code load(int variable) {
    return op(ALOAD).op(variable);
  }

  Code integer(int value) {
    return op(SIPUSH, value);
  }

  Code constant(int index) {
    return op(LDC_W, index);
  }

  Code type(int code, String type) {
    return op(code, file.type(type));
  }

  Code member(int code, int tag, String owner, String name, String descriptor) {
    return op(code, file.member(tag, owner, name, descriptor));
  }

  /** Turns a primitive value into one of a wider type. */
  void widen(Class<?> from, Class<?> to) {
    if (from.equals(to) || to.equals(int.class) || to.equals(short.class)) {
      return; // all of these are ints to the JVM
    }
    if (from.equals(float.class)) {
      op(F2D);
    } else if (from.equals(long.class)) {
      op(to.equals(float.class) ? L2F : L2F + 1);
    } else {
      op(to.equals(long.class) ? I2L : to.equals(float.class) ? I2L + 1 : I2L + 2);
    }
  }

  /** Takes a result away. */
  Code drop(Class<?> type) {
    return type.equals(void.class) ? this : op(type.equals(long.class) || type.equals(double.class) ? POP2 : POP);
  }

  /** Turns a result into an object. */
  Code box(Class<?> type) {
    if (type.equals(void.class)) {
      return op(ACONST_NULL);
    }
    if (!type.isPrimitive()) {
      return this;
    }
    String boxed = MethodType.methodType(type).wrap().returnType().getName().replace('.', '/');
    return member(INVOKESTATIC, ClassFile.METHOD, boxed, "valueOf", "(" + type.descriptorString() + ")L" + boxed + ";");
  }
}
