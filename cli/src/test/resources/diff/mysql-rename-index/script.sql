-- RenameIndex
ALTER TABLE `page` RENAME INDEX `t` TO `page_title_idx`;
