SELECT toDateTime(toStartOfDay(now('Asia/Ho_Chi_Minh') - INTERVAL 30 DAY), 'Asia/Ho_Chi_Minh') AS provisional_from
