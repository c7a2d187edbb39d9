"""What the operating system refuses, in our own words: its own are in the language of the machine, not the reader's."""

from __future__ import annotations

import errno
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from supervision_rules.catalogue.entry import Bilingual

_REASONS: Final[Mapping[int, Bilingual]] = MappingProxyType(
    {
        errno.ENOENT: Bilingual("没有这个文件或文件夹", "there is no such file or folder"),
        errno.EACCES: Bilingual("没有权限", "permission denied"),
        errno.EPERM: Bilingual("没有权限", "permission denied"),
        errno.EISDIR: Bilingual("这是文件夹，不是文件", "it is a folder, not a file"),
        errno.EEXIST: Bilingual("已经有同名的文件", "there is a file of that name"),
        errno.ENOTDIR: Bilingual("路径中间有一段不是文件夹", "a part of the path is no folder"),
        errno.ENAMETOOLONG: Bilingual("名字太长", "the name is too long"),
        errno.ELOOP: Bilingual("链接绕成了圈", "the links go round in a circle"),
        errno.ENOSPC: Bilingual("磁盘已满", "the disk is full"),
        errno.EDQUOT: Bilingual("用完了磁盘限额", "the disk quota is used up"),
        errno.EFBIG: Bilingual("文件太大", "the file is too large"),
        errno.EROFS: Bilingual("磁盘是只读的", "the disk is read-only"),
        errno.EIO: Bilingual("磁盘读写出错", "the disk failed"),
        errno.EBADF: Bilingual("输出没有打开", "the output is not open"),
        errno.EAGAIN: Bilingual("对方来不及接收", "the other side does not take it in time"),
        errno.EPIPE: Bilingual("对方不再接收", "the other side has gone"),
        errno.EMFILE: Bilingual("打开的文件太多", "too many files are open"),
        errno.ENOMEM: Bilingual("内存不够", "there is not enough memory"),
        errno.ENXIO: Bilingual("没有这个设备，或对方没有打开", "there is no such device, or nobody has opened it"),
        errno.EBUSY: Bilingual("文件正被使用", "the file is in use"),
    }
)


def system_reason(problem: OSError) -> Bilingual:
    """Why the operating system refused."""
    number = problem.errno or 0
    name = errno.errorcode.get(number, type(problem).__name__)
    return _REASONS.get(number, Bilingual(f"操作系统报错 {name}", f"the operating system says {name}"))
