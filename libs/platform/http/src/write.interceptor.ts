import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { tap, type Observable } from 'rxjs';
import { statusOf, WriteAnswer } from './write.answer';

/** Sets the status and the headers of a write's answer. */
@Injectable()
export class WriteInterceptor implements NestInterceptor {
  intercept(host: ExecutionContext, next: CallHandler): Observable<unknown> {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(
      tap((answer: unknown) => {
        if (!(answer instanceof WriteAnswer)) return;
        void reply.status(statusOf(answer)).header('idempotency-key', answer.commandId);
      }),
    );
  }
}
