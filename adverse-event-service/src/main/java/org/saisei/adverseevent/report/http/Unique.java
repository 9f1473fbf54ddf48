package org.saisei.adverseevent.report.http;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.saisei.adverseevent.report.Suspect;
import org.saisei.adverseevent.report.http.ReportBody.SuspectBody;

/** No suspect is named twice, since each has one judgement (S-A2). Found at the second one's {@code suspect}. */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Unique.Suspects.class)
@interface Unique {
    String message() default "is named before: one judgement for each suspect (S-A2)";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    class Suspects implements ConstraintValidator<Unique, List<SuspectBody>> {

        @Override
        public boolean isValid(@Nullable List<SuspectBody> suspects, ConstraintValidatorContext context) {
            if (suspects == null) {
                return true;
            }
            var named = EnumSet.noneOf(Suspect.Kind.class);
            boolean unique = true;
            for (int i = 0; i < suspects.size(); i++) {
                @Nullable SuspectBody body = suspects.get(i);
                // an element or a suspect that is absent breaks a rule of its own
                if (body != null && body.suspect() != null && !named.add(body.suspect())) {
                    unique = false;
                    context.disableDefaultConstraintViolation();
                    context.buildConstraintViolationWithTemplate(context.getDefaultConstraintMessageTemplate())
                            .addPropertyNode("suspect")
                            .inIterable()
                            .atIndex(i)
                            .addConstraintViolation();
                }
            }
            return unique;
        }
    }
}
