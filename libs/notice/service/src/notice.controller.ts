import { Controller, HttpStatus, Inject, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  CommandOperation,
  CommandWriter,
  IncomingCommand,
  type Incoming,
  type RejectionStatuses,
  type WriteAnswer,
} from '@tenure/http';
import { MarkNoticeRead, type NoticeRejection } from '@tenure/notice-contract';

export const noticeRejectionStatuses: RejectionStatuses<NoticeRejection> = {
  'notice-not-found': HttpStatus.NOT_FOUND,
  'notice-for-somebody-else': HttpStatus.FORBIDDEN,
  'notice-not-asked-on-channel': HttpStatus.CONFLICT,
  'command-id-reused': HttpStatus.CONFLICT,
};

@ApiTags('notices')
@Controller('notices')
export class NoticeController {
  constructor(@Inject(CommandWriter) private readonly commands: CommandWriter) {}

  @Post(':noticeId/read')
  @CommandOperation({
    command: MarkNoticeRead,
    summary: 'Say that the person whom it was for has read a notice',
    path: ['noticeId'],
    statuses: noticeRejectionStatuses,
  })
  markRead(@IncomingCommand() incoming: Incoming): Promise<WriteAnswer> {
    return this.commands.write(MarkNoticeRead, incoming, noticeRejectionStatuses);
  }
}
