package org.saisei.registry.enrolment.http;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/**
 * What two people who read the text cannot see differently: no line break, control or formatting character, and no code
 * point that is no character. Characters of a hospital's own (外字) and variants of a kanji are taken.
 */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = OneLine.Texts.class)
@interface OneLine {
    String message() default "has a line break, or a control, formatting or other character that cannot be seen";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    class Texts implements ConstraintValidator<OneLine, String> {

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            return text == null || text.codePoints().allMatch(Texts::isSeen);
        }

        private static boolean isSeen(int point) {
            return switch (Character.getType(point)) {
                case Character.CONTROL,
                        Character.FORMAT,
                        Character.LINE_SEPARATOR,
                        Character.PARAGRAPH_SEPARATOR,
                        Character.SURROGATE,
                        Character.UNASSIGNED -> false;
                default -> true;
            };
        }
    }
}
