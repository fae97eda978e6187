package pythonic.internal.calls;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The bytes of a class with fields and methods, as the JVM's specification lays them out, in chapter 4. */
final class ClassFile {

  static final int FIELD = 9;
  static final int METHOD = 10;
  static final int INTERFACE_METHOD = 11;

  private static final int MAGIC = 0xcafebabe;

  /** Of Java 17: any would do whose JVM knows nests. */
  private static final int VERSION = 61;

  private static final int UTF8 = 1;
  private static final int CLASS = 7;
  private static final int STRING = 8;
  private static final int NAME_AND_TYPE = 12;

  private static final int PUBLIC = 0x0001;
  private static final int PRIVATE = 0x0002;
  private static final int FINAL = 0x0010;
  private static final int SUPER = 0x0020;
  private static final int SYNTHETIC = 0x1000;

  private final Map<String, Integer> known = new HashMap<>();
  private final ByteArrayOutputStream constants = new ByteArrayOutputStream();
  private final ByteArrayOutputStream fields = new ByteArrayOutputStream();
  private final ByteArrayOutputStream methods = new ByteArrayOutputStream();
  private final int self;
  private final int parent;
  private final int face;
  private int fieldCount;
  private int methodCount;

  /** A class that implements one interface. All names are those of class files, with slashes. */
  ClassFile(String name, String superclass, String implemented) {
    self = type(name);
    parent = type(superclass);
    face = type(implemented);
  }

  private static void put2(ByteArrayOutputStream out, int value) {
    out.write(value >> 8);
    out.write(value);
  }

  private static void put4(ByteArrayOutputStream out, int value) {
    put2(out, value >> 16);
    put2(out, value);
  }

  /** Begins a constant unless it is there already. {@return its index, negative if the caller must write its rest} */
  private int constant(int tag, String key) {
    Integer index = known.putIfAbsent(tag + key, known.size() + 1);
    if (index != null) {
      return index;
    }
    constants.write(tag);
    return -known.size();
  }

  private int utf8(String text) {
    int index = constant(UTF8, text);
    if (index > 0) {
      return index;
    }
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    put2(constants, encoded.length);
    constants.writeBytes(encoded);
    return -index;
  }

  private int reference(int tag, String text) {
    int name = utf8(text);
    int index = constant(tag, text);
    if (index < 0) {
      put2(constants, name);
    }
    return Math.abs(index);
  }

  int type(String name) {
    return reference(CLASS, name);
  }

  int string(String text) {
    return reference(STRING, text);
  }

  /** {@return the index of a field or method of a class} */
  int member(int tag, String owner, String name, String descriptor) {
    int type = type(owner);
    int both = pair(NAME_AND_TYPE, utf8(name), utf8(descriptor));
    return pair(tag, type, both);
  }

  private int pair(int tag, int first, int second) {
    int index = constant(tag, first + " " + second);
    if (index < 0) {
      put2(constants, first);
      put2(constants, second);
    }
    return Math.abs(index);
  }

  void field(String name, String descriptor) {
    fieldCount++;
    put2(fields, PRIVATE | FINAL);
    put2(fields, utf8(name));
    put2(fields, utf8(descriptor));
    put2(fields, 0);
  }

  void method(String name, String descriptor, Code code, int stack, int locals) {
    methodCount++;
    byte[] instructions = code.bytes();
    put2(methods, PUBLIC);
    put2(methods, utf8(name));
    put2(methods, utf8(descriptor));
    put2(methods, 1);
    put2(methods, utf8("Code"));
    put4(methods, 12 + instructions.length);
    put2(methods, stack);
    put2(methods, locals);
    put4(methods, instructions.length);
    methods.writeBytes(instructions);
    put2(methods, 0); // no handlers
    put2(methods, 0); // no attributes
  }

  byte[] bytes() {
    var out = new ByteArrayOutputStream();
    put4(out, MAGIC);
    put4(out, VERSION);
    put2(out, known.size() + 1);
    out.writeBytes(constants.toByteArray());
    put2(out, FINAL | SUPER | SYNTHETIC);
    put2(out, self);
    put2(out, parent);
    put2(out, 1);
    put2(out, face);
    put2(out, fieldCount);
    out.writeBytes(fields.toByteArray());
    put2(out, methodCount);
    out.writeBytes(methods.toByteArray());
    put2(out, 0);
    return out.toByteArray();
  }
}
