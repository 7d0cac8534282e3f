package io.github.ecs2k8s.packaging;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** A class that stands for several lambdas of one functional interface; each object knows which of them it is. */
final class LambdaClass {
    private static final String OBJECT = "java/lang/Object";

    private record Body(Handle method, Type signature) {}

    private final String name;
    private final String interfaceMethod;
    private final Type erased;
    private final Type made;
    private final Type[] captured;
    private final List<Body> bodies = new ArrayList<>();

    LambdaClass(String name, String interfaceMethod, String site, Type erased) {
        this.name = name;
        this.interfaceMethod = interfaceMethod;
        this.erased = erased;
        this.made = Type.getReturnType(site);
        this.captured = Type.getArgumentTypes(site);
    }

    String name() {
        return name;
    }

    /** Adds a lambda and returns its number. */
    int add(Handle method, Type signature) {
        bodies.add(new Body(method, signature));
        return bodies.size() - 1;
    }

    /** The descriptor of {@code make}: the captured values and the number. */
    String factory() {
        return descriptor(made);
    }

    private String descriptor(Type result) {
        Type[] parameters = new Type[captured.length + 1];
        System.arraycopy(captured, 0, parameters, 0, captured.length);
        parameters[captured.length] = Type.INT_TYPE;
        return Type.getMethodDescriptor(result, parameters);
    }

    byte[] write() {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        writer.visit(
                Opcodes.V1_8,
                Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC,
                name,
                null,
                OBJECT,
                new String[] {made.getInternalName()});
        for (int i = 0; i < captured.length; i++) {
            writer.visitField(
                    Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL, "captured" + i, captured[i].getDescriptor(), null, null);
        }
        writer.visitField(Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL, "number", "I", null, null);
        constructor(writer.visitMethod(Opcodes.ACC_PRIVATE, "<init>", descriptor(Type.VOID_TYPE), null, null));
        make(writer.visitMethod(Opcodes.ACC_STATIC, "make", factory(), null, null));
        call(writer.visitMethod(Opcodes.ACC_PUBLIC, interfaceMethod, erased.getDescriptor(), null, null));
        writer.visitEnd();
        return writer.toByteArray();
    }

    private void constructor(MethodVisitor code) {
        code.visitCode();
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitMethodInsn(Opcodes.INVOKESPECIAL, OBJECT, "<init>", "()V", false);
        int local = 1;
        for (int i = 0; i < captured.length; i++) {
            code.visitVarInsn(Opcodes.ALOAD, 0);
            code.visitVarInsn(captured[i].getOpcode(Opcodes.ILOAD), local);
            code.visitFieldInsn(Opcodes.PUTFIELD, name, "captured" + i, captured[i].getDescriptor());
            local += captured[i].getSize();
        }
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitVarInsn(Opcodes.ILOAD, local);
        code.visitFieldInsn(Opcodes.PUTFIELD, name, "number", "I");
        code.visitInsn(Opcodes.RETURN);
        code.visitMaxs(0, 0);
        code.visitEnd();
    }

    private void make(MethodVisitor code) {
        code.visitCode();
        code.visitTypeInsn(Opcodes.NEW, name);
        code.visitInsn(Opcodes.DUP);
        int local = 0;
        for (Type type : captured) {
            code.visitVarInsn(type.getOpcode(Opcodes.ILOAD), local);
            local += type.getSize();
        }
        code.visitVarInsn(Opcodes.ILOAD, local);
        code.visitMethodInsn(Opcodes.INVOKESPECIAL, name, "<init>", descriptor(Type.VOID_TYPE), false);
        code.visitInsn(Opcodes.ARETURN);
        code.visitMaxs(0, 0);
        code.visitEnd();
    }

    private void call(MethodVisitor code) {
        code.visitCode();
        Label[] labels = new Label[bodies.size()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = new Label();
        }
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitFieldInsn(Opcodes.GETFIELD, name, "number", "I");
        code.visitTableSwitchInsn(0, labels.length - 1, labels[0], labels);
        for (int i = 0; i < labels.length; i++) {
            code.visitLabel(labels[i]);
            code.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
            body(code, bodies.get(i));
        }
        code.visitMaxs(0, 0);
        code.visitEnd();
    }

    private void body(MethodVisitor code, Body body) {
        Handle method = body.method;
        boolean isConstructor = method.getTag() == Opcodes.H_NEWINVOKESPECIAL;
        if (isConstructor) {
            code.visitTypeInsn(Opcodes.NEW, method.getOwner());
            code.visitInsn(Opcodes.DUP);
        }
        for (int i = 0; i < captured.length; i++) {
            code.visitVarInsn(Opcodes.ALOAD, 0);
            code.visitFieldInsn(Opcodes.GETFIELD, name, "captured" + i, captured[i].getDescriptor());
        }
        int local = 1;
        for (Type argument : body.signature.getArgumentTypes()) {
            code.visitVarInsn(Opcodes.ALOAD, local++);
            code.visitTypeInsn(Opcodes.CHECKCAST, argument.getInternalName());
        }
        code.visitMethodInsn(
                opcode(method.getTag()), method.getOwner(), method.getName(), method.getDesc(), method.isInterface());
        if (isReference(erased.getReturnType())) {
            code.visitInsn(Opcodes.ARETURN);
        } else {
            if (isConstructor || isReference(Type.getReturnType(method.getDesc()))) {
                code.visitInsn(Opcodes.POP);
            }
            code.visitInsn(Opcodes.RETURN);
        }
    }

    private static boolean isReference(Type type) {
        return type.getSort() >= Type.ARRAY;
    }

    private static int opcode(int tag) {
        return switch (tag) {
            case Opcodes.H_INVOKESTATIC -> Opcodes.INVOKESTATIC;
            case Opcodes.H_INVOKEINTERFACE -> Opcodes.INVOKEINTERFACE;
            case Opcodes.H_NEWINVOKESPECIAL -> Opcodes.INVOKESPECIAL;
            default -> Opcodes.INVOKEVIRTUAL;
        };
    }
}
