package pythonic.internal.calls;

import java.lang.invoke.MethodHandleInfo;
import java.lang.invoke.MethodType;
import java.lang.invoke.SerializedLambda;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes the class of a lambda, as the JDK's factory of lambdas would: it implements the interface, keeps what is captured
 * in an array, and calls the method that the lambda stands for. The factory takes ten milliseconds in a process that has
 * just begun; this takes one, as it needs nothing that is not loaded already.
 */
final class FunctionClass {

  /** Their methods take and return objects only. */
  private static final String INTERFACES = "pythonic/builtins/functions/";

  private static final String OBJECT = "java/lang/Object";
  private static final String CAPTURED = "captured";
  private static final String ARRAY = "[Ljava/lang/Object;";
  private static final String CONSTRUCTOR = "<init>";
  private static final String FORM = SerializedLambda.class.getName().replace('.', '/');

  /** Primitive types that widen to those after them. A char widens to what a short does. */
  private static final List<Class<?>> WIDENING = List.of(byte.class, short.class, int.class, long.class, float.class, double.class);

  private final String name;
  private final String[] fields;
  private final int kind;
  private final boolean inInterface;
  private final ClassFile file;

  private FunctionClass(String name, String[] fields, int kind, boolean inInterface) {
    this.name = name;
    this.fields = fields;
    this.kind = kind;
    this.inInterface = inInterface;
    this.file = new ClassFile(name, OBJECT, fields[1]);
  }

  /**
   * {@return the bytes of a class whose constructor takes an array of what is captured, null for a lambda that is left to the JDK}
   *
   * @param host the class that the lambda was written in
   * @param fields as {@link LambdaForm#fields} gives them
   * @param kind of the method handle
   * @param captures how many objects it captures
   */
  static byte @Nullable [] bytes(Class<?> host, String[] fields, int kind, int captures, ClassLoader loader) throws ClassNotFoundException {
    if (!fields[1].startsWith(INTERFACES)) {
      return null;
    }
    for (String field : fields) {
      if (isUnusual(field)) {
        return null;
      }
    }
    Class<?> owner = Class.forName(fields[4].replace('/', '.'), false, loader);
    var parameters = new ArrayList<>(MethodType.fromMethodDescriptorString(fields[6], loader).parameterList());
    if (kind != MethodHandleInfo.REF_invokeStatic && kind != MethodHandleInfo.REF_newInvokeSpecial) {
      parameters.addFirst(owner);
    }
    List<Class<?>> given = MethodType.fromMethodDescriptorString(fields[7], loader).parameterList();
    if (parameters.size() != captures + given.size()) {
      return null;
    }
    var types = new ArrayList<>(MethodType.methodType(void.class, parameters.subList(0, captures)).wrap().parameterList());
    types.addAll(given);
    for (int i = 0; i < types.size(); i++) {
      if (!isConvertible(types.get(i), parameters.get(i))) {
        return null;
      }
    }
    var made = new FunctionClass(host.getName().replace('.', '/') + "$$Function", fields, kind, owner.isInterface());
    made.constructor();
    made.body(types, parameters, captures, MethodType.fromMethodDescriptorString(fields[6], loader).returnType());
    made.form();
    return made.file.bytes();
  }

  /** Class files write these characters in a way of their own. */
  private static boolean isUnusual(String name) {
    for (int i = 0; i < name.length(); i++) { // no stream: it would be the first in a child
      char c = name.charAt(i);
      if (c == 0 || Character.isSurrogate(c)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isConvertible(Class<?> from, Class<?> to) {
    if (!to.isPrimitive()) {
      return true;
    }
    Class<?> primitive = MethodType.methodType(from).unwrap().returnType();
    int place = primitive.equals(char.class) ? WIDENING.indexOf(short.class) : WIDENING.indexOf(primitive);
    return primitive.equals(to) || (place >= 0 && place < WIDENING.indexOf(to) );
  }

  private void constructor() {
    var code = new Code(file);
    code.load(0).member(Code.INVOKESPECIAL, ClassFile.METHOD, OBJECT, CONSTRUCTOR, "()V");
    code.load(0).load(1).member(Code.PUTFIELD, ClassFile.FIELD, name, CAPTURED, ARRAY).op(Code.RETURN);
    file.field(CAPTURED, ARRAY);
    file.method(CONSTRUCTOR, "(" + ARRAY + ")V", code, 2, 2);
  }

  private void body(List<Class<?>> types, List<Class<?>> parameters, int captures, Class<?> result) {
    var code = new Code(file);
    boolean makes = kind == MethodHandleInfo.REF_newInvokeSpecial;
    if (makes) {
      code.type(Code.NEW, fields[4]).op(Code.DUP);
    }
    for (int i = 0; i < types.size(); i++) {
      if (i < captures) {
        code.load(0).member(Code.GETFIELD, ClassFile.FIELD, name, CAPTURED, ARRAY).integer(i).op(Code.AALOAD);
      } else {
        code.load(1 + i - captures);
      }
      convert(code, types.get(i), parameters.get(i));
    }
    invoke(code, parameters);
    Class<?> left = makes ? Object.class : result;
    if (fields[3].endsWith(")V")) {
      code.drop(left).op(Code.RETURN);
    } else {
      code.box(left).op(Code.ARETURN);
    }
    file.method(fields[2], fields[3], code, 2 * parameters.size() + 4, 1 + types.size() - captures);
  }

  private static void convert(Code code, Class<?> from, Class<?> to) {
    if (!from.equals(Object.class)) {
      code.type(Code.CHECKCAST, from.getName().replace('.', '/'));
    }
    if (to.isPrimitive()) {
      Class<?> primitive = MethodType.methodType(from).unwrap().returnType();
      code.member(
          Code.INVOKEVIRTUAL, ClassFile.METHOD, from.getName().replace('.', '/'), primitive.getName() + "Value", "()" + primitive.descriptorString());
      code.widen(primitive, to);
    }
  }

  private void invoke(Code code, List<Class<?>> parameters) {
    int tag = inInterface ? ClassFile.INTERFACE_METHOD : ClassFile.METHOD;
    int op =
        switch (kind) {
          case MethodHandleInfo.REF_invokeStatic -> Code.INVOKESTATIC;
          case MethodHandleInfo.REF_newInvokeSpecial -> Code.INVOKESPECIAL;
          default -> inInterface ? Code.INVOKEINTERFACE : Code.INVOKEVIRTUAL; // a private method too, as we are of the class's nest
        };
    code.member(op, tag, fields[4], fields[5], fields[6]);
    if (op == Code.INVOKEINTERFACE) {
      int slots = parameters.stream().mapToInt(type -> type.equals(long.class) || type.equals(double.class) ? 2 : 1).sum();
      code.op(slots).op(0);
    }
  }

  /** The method by which Java's serialisation sends it on. */
  private void form() {
    var code = new Code(file);
    code.type(Code.NEW, FORM).op(Code.DUP).constant(file.type(fields[0]));
    for (int i = 1; i < fields.length; i++) {
      if (i == 4) {
        code.integer(kind);
      }
      code.constant(file.string(fields[i]));
    }
    code.load(0).member(Code.GETFIELD, ClassFile.FIELD, name, CAPTURED, ARRAY);
    String text = "Ljava/lang/String;";
    String signature = "(Ljava/lang/Class;" + text + text + text + "I" + text + text + text + text + ARRAY + ")V";
    code.member(Code.INVOKESPECIAL, ClassFile.METHOD, FORM, CONSTRUCTOR, signature).op(Code.ARETURN);
    file.method("writeReplace", "()Ljava/lang/Object;", code, 12, 1);
  }
}
