package io.github.ecs2k8s.packaging;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * One class whose lambdas go into classes beside it, one for each functional interface and each list of captured types.
 * A call site that made a lambda then calls that class's {@code make} with the captured values and the lambda's number.
 * What could not be called from another class (a private instance method, say) stays a lambda.
 */
final class ClassWithLambdas extends ClassVisitor {
    private static final String FACTORY = "java/lang/invoke/LambdaMetafactory";

    /** Generated model classes, in which whatever a method reference names is public. */
    private static final String ALL_PUBLIC = "software/amazon/awssdk/services/";

    private final Map<String, LambdaClass> lambdas = new LinkedHashMap<>();
    private String name = "";
    private boolean isInterface;

    private ClassWithLambdas(ClassWriter writer) {
        super(Opcodes.ASM9, writer);
    }

    /** The class and those that its lambdas became, by name. */
    static Map<String, byte[]> rewrite(byte[] content) {
        ClassWriter writer = new ClassWriter(0);
        ClassWithLambdas rewriter = new ClassWithLambdas(writer);
        new ClassReader(content).accept(rewriter, 0);
        Map<String, byte[]> classes = new LinkedHashMap<>();
        classes.put(rewriter.name, rewriter.lambdas.isEmpty() ? content : writer.toByteArray());
        rewriter.lambdas.values().forEach(lambda -> classes.put(lambda.name(), lambda.write()));
        return classes;
    }

    @Override
    public void visit(
            int version, int access, String name, @Nullable String signature, String parent, String[] interfaces) {
        this.name = name;
        this.isInterface = (access & Opcodes.ACC_INTERFACE) != 0;
        super.visit(version, access, name, signature, parent, interfaces);
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        boolean isLambda = name.startsWith("lambda$") && (access & Opcodes.ACC_STATIC) != 0 && !isInterface;
        int visible = isLambda ? access & ~Opcodes.ACC_PRIVATE : access;
        MethodVisitor next = super.visitMethod(visible, name, descriptor, signature, exceptions);
        return new MethodVisitor(Opcodes.ASM9, next) {
            @Override
            public void visitInvokeDynamicInsn(String method, String site, Handle bootstrap, Object... arguments) {
                if (!canMove(site, bootstrap, arguments)) {
                    super.visitInvokeDynamicInsn(method, site, bootstrap, arguments);
                    return;
                }
                LambdaClass lambda = lambdaClass(method, site, (Type) arguments[0]);
                super.visitIntInsn(Opcodes.SIPUSH, lambda.add((Handle) arguments[1], (Type) arguments[2]));
                super.visitMethodInsn(Opcodes.INVOKESTATIC, lambda.name(), "make", lambda.factory(), false);
            }

            @Override
            public void visitMaxs(int stack, int locals) {
                super.visitMaxs(stack + 1, locals);
            }
        };
    }

    private LambdaClass lambdaClass(String method, String site, Type erased) {
        String className = name + "$$Lambda" + lambdas.size();
        return lambdas.computeIfAbsent(method + site + erased, key -> new LambdaClass(className, method, site, erased));
    }

    private boolean canMove(String site, Handle bootstrap, Object[] arguments) {
        return bootstrap.getOwner().equals(FACTORY)
                && bootstrap.getName().equals("metafactory")
                && isCallable((Handle) arguments[1])
                && needsNoBoxing(site, (Type) arguments[0], (Handle) arguments[1]);
    }

    /** Whether a class beside this one may call it: a static lambda of this class, or anything of an SDK model. */
    private boolean isCallable(Handle method) {
        if (method.getName().startsWith("lambda$")) {
            return method.getTag() == Opcodes.H_INVOKESTATIC && !isInterface;
        }
        return method.getOwner().startsWith(ALL_PUBLIC);
    }

    /** Whether values go into and out of the method as the objects they are; boxing is left to the JVM. */
    private static boolean needsNoBoxing(String site, Type erased, Handle method) {
        int fromStack = Type.getArgumentTypes(site).length;
        boolean hasReceiver =
                method.getTag() == Opcodes.H_INVOKEVIRTUAL || method.getTag() == Opcodes.H_INVOKEINTERFACE;
        Type called = Type.getMethodType(method.getDesc());
        int skipped = hasReceiver ? Math.max(0, fromStack - 1) : fromStack;
        return isReferences(erased, 0) && isReferences(called, skipped);
    }

    private static boolean isReferences(Type method, int from) {
        Type[] arguments = method.getArgumentTypes();
        for (int i = from; i < arguments.length; i++) {
            if (arguments[i].getSort() < Type.ARRAY) {
                return false;
            }
        }
        int result = method.getReturnType().getSort();
        return result == Type.VOID || result >= Type.ARRAY;
    }
}
